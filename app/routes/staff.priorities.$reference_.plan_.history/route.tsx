import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { plainField } from "#app/components/govuk/field.ts";
import { Select } from "#app/components/govuk/select.tsx";
import { PlanPage } from "#app/components/plan/plan-page.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { NextPage } from "#app/components/staff/next-page.tsx";
import { planFields } from "#app/domain/plan/fields.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { visitPlan } from "#app/plan-guard.server.ts";
import { ComparedVersions } from "./comparison.tsx";
import { compareVersions, readMoments, type ShownMoment } from "./read-history.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Versions of the plan",
    description: "Who changed what in a plan, and when.",
    path: null,
  });

export const headers = pageHeaders;

/** A place among all changes, as the address names it; null where it names none. */
const placeOf = (text: string | null): number | null =>
  text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;

export async function loader(args: LoaderFunctionArgs) {
  const asked = new URL(args.request.url).searchParams;
  const [below, from, to] = ["below", "from", "to"].map((name) => placeOf(asked.get(name)));
  const { frame, head, found } = await visitPlan(args, "plan:read", async (tx, { plan }) => ({
    ...(await readMoments(tx, plan.id, below ?? null)),
    comparison: asked.has("from")
      ? await compareVersions(tx, plan.id, [from ?? 0, to ?? Number.MAX_SAFE_INTEGER - 1])
      : null,
  }));
  return privatePage({ frame, head, ...found, isFirst: below == null });
}

export default function PlanHistory() {
  const { frame, head, moments, below, comparison, isFirst } = useLoaderData<typeof loader>();
  const { reference } = head;
  return (
    <PlanPage frame={frame} head={head} title="Versions">
      {comparison === null ? null : <ComparedVersions comparison={comparison} />}
      {moments.length === 0 ? (
        <p>Nothing has been written in this plan yet, or its versions are not yours to see.</p>
      ) : (
        <>
          {isFirst ? <CompareForm reference={reference} moments={moments} /> : null}
          <h2 className="govuk-heading-m">Who wrote what, and when</h2>
          <ol className="govuk-list sn-moments">
            {moments.map((moment) => (
              <MomentLine key={moment.last} reference={reference} moment={moment} />
            ))}
          </ol>
        </>
      )}
      <NextPage
        to={below === null ? null : paths.staff.planHistory(reference, `below=${below}`)}
        words="Earlier versions"
      />
    </PlanPage>
  );
}

function MomentLine({ reference, moment }: { reference: string; moment: ShownMoment }) {
  const { first, last, words, names } = moment;
  return (
    <li className="sn-moments__one">
      <p className="sn-moments__when">{words}</p>
      <p className="sn-moments__fields">{names.map((name) => planFields[name].label).join("; ")}</p>
      <Link className="govuk-link" to={paths.staff.planHistory(reference, `from=${first - 1}&to=${last}`)}>
        What changed<span className="govuk-visually-hidden"> on {words}</span>
      </Link>
    </li>
  );
}

function CompareForm({ reference, moments }: { reference: string; moments: readonly ShownMoment[] }) {
  const items = moments.map(({ last, words }) => ({ value: String(last), words }));
  return (
    <form method="get" action={paths.staff.planHistory(reference)} className="sn-staff__filters">
      <Select
        field={plainField("from")}
        label="Compare"
        nothing="The empty plan"
        groups={[{ label: "", items }]}
      />
      <Select field={plainField("to")} label="With" nothing="Now" groups={[{ label: "", items }]} />
      <Button look="secondary">Compare</Button>
    </form>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
