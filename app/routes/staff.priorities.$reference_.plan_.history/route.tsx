import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ComparedVersions } from "#app/components/plan/compared-versions.tsx";
import { PlanPage } from "#app/components/plan/plan-page.tsx";
import { VersionList } from "#app/components/plan/version-list.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { NextPage } from "#app/components/staff/next-page.tsx";
import { planFields } from "#app/domain/plan/fields.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { visitPlan } from "#app/plan-guard.server.ts";
import { compareVersions, readMoments } from "./read-history.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Versions of the plan",
    description: "Who changed what in a plan, and when.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { frame, head, found } = await visitPlan(args, "plan:read", async (tx, { plan }) => {
    const asked = new URL(args.request.url).searchParams;
    const below = placeOf(asked.get("below"));
    const versions = [placeOf(asked.get("from")) ?? 0, placeOf(asked.get("to")) ?? lastPlace];
    return {
      ...(await readMoments(tx, plan.id, below)),
      comparison: asked.has("from") ? await compareVersions(tx, plan.id, versions) : null,
      isFirst: below === null,
    };
  });
  return privatePage({ frame, head, ...found });
}

/** A place among all changes, as the address names it; null where it names none. */
const placeOf = (text: string | null): number | null =>
  text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;

/** Above every change that there will be. */
const lastPlace = 10 ** 15;

export default function PlanHistory() {
  const { frame, head, moments, below, comparison, isFirst } = useLoaderData<typeof loader>();
  const { reference } = head;
  return (
    <PlanPage frame={frame} head={head} title="Versions">
      {comparison === null ? null : <ComparedVersions comparison={comparison} />}
      {moments.length === 0 ? (
        <p>Nothing has been written in this plan yet, or its versions are not yours to see.</p>
      ) : (
        <VersionList
          compareAt={isFirst ? paths.staff.planHistory(reference) : null}
          versions={moments.map(({ first, last, words, names }) => ({
            place: last,
            words,
            names: names.map((name) => planFields[name].label),
            to: paths.staff.planHistory(reference, `from=${first - 1}&to=${last}`),
          }))}
        />
      )}
      <NextPage
        to={below === null ? null : paths.staff.planHistory(reference, `below=${below}`)}
        words="Earlier versions"
      />
    </PlanPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
