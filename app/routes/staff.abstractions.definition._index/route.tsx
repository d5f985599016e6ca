import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { abstractionFrameOf } from "#app/components/abstraction/abstraction-frame.ts";
import { AbstractionPage } from "#app/components/abstraction/abstraction-page.tsx";
import { CodeTable } from "#app/components/abstraction/code-table.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { Paragraphs } from "#app/components/practice/paragraphs.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { bothWays, lastCompared } from "#app/domain/abstraction/both-ways.ts";
import { agreedInWords } from "#app/domain/abstraction/definition-words.ts";
import { addMonths } from "#app/domain/abstraction/month.ts";
import { abstractionReaders } from "#app/domain/abstraction/reading.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { can } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { requireActorOfAny } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { forceByVersion, listDefinitions } from "#db/queries/abstraction-definition.ts";
import { BothWaysTable } from "./both-ways-table.tsx";

// So many versions show the year before them both ways; of older ones nobody asks any more.
const versionsCompared = 3;
const monthsCompared = 12;

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "What counts as an abstraction",
    description: "The definition, its versions, and who agreed them.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActorOfAny(args, abstractionReaders);
  const today = londonDay(args.context.now);
  const mayReadRates = can(visit.actor, "abstraction:read") || can(visit.actor, "abstraction:read-rates");
  const { definitions, months } = await visit.read(async (tx) => {
    const definitions = await listDefinitions(tx);
    const compared = definitions.filter(({ version }) => version > 1).slice(0, versionsCompared);
    const [last, first] = [compared[0], compared.at(-1)];
    return {
      definitions,
      months:
        !mayReadRates || last === undefined || first === undefined
          ? []
          : await forceByVersion(tx, {
              from: addMonths(first.effectiveFrom, -monthsCompared),
              to: lastCompared(last.effectiveFrom, args.context.now),
            }),
    };
  });
  return privatePage({
    frame: abstractionFrameOf(visit),
    mayDefine: can(visit.actor, "abstraction:define"),
    done:
      new URL(args.request.url).searchParams.get("done") === "adopted"
        ? "The new version is adopted. The year before it is worked out both ways."
        : null,
    versions: definitions.map(({ version, effectiveFrom, words, notes, change, codes, ...agreed }, at) => ({
      version,
      effectiveFrom,
      words,
      notes,
      change,
      codes,
      agreed: agreedInWords(agreed),
      isAhead: effectiveFrom > today,
      months: bothWays(months, {
        version,
        before: definitions[at + 1]?.version ?? null,
        from: addMonths(effectiveFrom, -monthsCompared),
        until: effectiveFrom,
      }),
    })),
  });
}

export default function Definition() {
  const { frame, versions, done, mayDefine } = useLoaderData<typeof loader>();
  const inForce = versions.find(({ isAhead }) => !isAhead);
  return (
    <AbstractionPage frame={frame} title="What counts as an abstraction">
      <DoneMessage words={done} />
      {mayDefine ? (
        <p>
          <Link
            className="govuk-button"
            role="button"
            draggable={false}
            to={paths.abstractions.newDefinition()}
          >
            Adopt a new version
          </Link>
        </p>
      ) : null}
      {versions.map(({ version, effectiveFrom, words, notes, change, codes, agreed, isAhead, months }) => (
        <section key={version} aria-labelledby={`version-${version}`}>
          <h2 id={`version-${version}`} className="govuk-heading-m">
            Version {version}
            {version === 1 ? "" : `, from ${dayInWords(effectiveFrom)}`}
            {isAhead ? " (not yet in force)" : version === inForce?.version ? " (in force)" : ""}
          </h2>
          <p>
            {change} {agreed}
          </p>
          <Details
            summary={`The words and codes of version ${version}`}
            isOpen={version === inForce?.version}
          >
            <Paragraphs words={words} />
            <Paragraphs words={notes} />
            <CodeTable codes={codes} version={version} />
          </Details>
          <BothWaysTable version={version} months={months} />
        </section>
      ))}
      <p>
        <Link className="govuk-link" to={paths.abstraction()}>
          What residents read of it
        </Link>
      </p>
    </AbstractionPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
