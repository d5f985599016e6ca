import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { readExtractFilter } from "#app/components/tasking/extract-filter.ts";
import { taskingFrameOf } from "#app/components/tasking/tasking-frame.ts";
import { TaskingPage } from "#app/components/tasking/tasking-page.tsx";
import { scopeOf } from "#app/domain/actor.ts";
import { extractOf } from "#app/domain/tasking/extract.ts";
import { markingWords } from "#app/domain/tasking/marking.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { recordTaskingRead } from "#app/services/tasking/record-reading.server.ts";
import { extractFacts } from "#db/queries/strategic-extract.ts";
import { areaChoicesOf } from "./area-choices.ts";
import { Counts } from "./counts.tsx";
import { FilterForm } from "./filter-form.tsx";
import { Theme } from "./theme.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Strategic extract",
    description: "All live local priorities by theme and area.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "tasking:read");
  const scope = scopeOf(visit.actor, "tasking:read");
  if (scope === null) throw notFound();
  const search = new URL(args.request.url).searchParams;
  const filter = readExtractFilter(search);
  const today = londonDay(args.context.now);
  const { actor } = visit;
  const facts = await visit.read(async (tx) => {
    // Its counts are of restricted actions.
    await recordTaskingRead(tx, actor, args.context.now, { page: "extract" });
    return extractFacts(tx, scope, taskingReaderOf(actor), today);
  });
  return privatePage({
    frame: taskingFrameOf(visit),
    areas: areaChoicesOf(facts.priorities),
    chosen: {
      theme: filter.theme ?? "",
      area: filter.area === null ? "" : `${filter.area.kind}:${filter.area.code}`,
    },
    query: search.toString(),
    extract: extractOf(facts, filter, today),
  });
}

export default function StrategicExtract() {
  const { frame, areas, chosen, query, extract } = useLoaderData<typeof loader>();
  const { total, themes } = extract;
  const isNarrowed = chosen.theme !== "" || chosen.area !== "";
  return (
    <TaskingPage frame={frame} title="Strategic extract">
      <p>
        {total === 1 ? "1 local priority is" : `${total} local priorities are`} live. The joint strategic
        assessment starts from what residents asked for, and from what has worked.
      </p>
      <p className="sn-no-print">
        <a className="govuk-link" href={paths.tasking.extractDownload(query)}>
          Download as CSV
        </a>
        : the priorities and what has worked, without joint actions, marked {markingWords.official}
      </p>
      <FilterForm areas={areas} chosen={chosen} />
      {total === 0 ? (
        <p>
          {isNarrowed
            ? "No live priorities match. Choose other filters."
            : "No priority of your area is live."}
        </p>
      ) : (
        <>
          <Counts {...extract} theme={chosen.theme} />
          {themes.map((theme) => (
            <Theme key={theme.theme} {...theme} />
          ))}
        </>
      )}
    </TaskingPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
