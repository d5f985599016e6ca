import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ComparedVersions } from "#app/components/plan/compared-versions.tsx";
import { PlanPage } from "#app/components/plan/plan-page.tsx";
import { VersionList } from "#app/components/plan/version-list.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { NextPage } from "#app/components/staff/next-page.tsx";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { visitPlan } from "#app/plan-guard.server.ts";
import { findEngagementOf } from "#db/queries/engagement.ts";
import { compareEngagement, readVersions } from "./read-versions.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Versions of the engagement plan",
    description: "Who changed what in an engagement plan, and when.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { frame, head, found } = await visitPlan(args, "plan:read", async (tx, { priority }) => {
    const plan = await findEngagementOf(tx, priority.id);
    if (plan === null) return null;
    const asked = new URL(args.request.url).searchParams;
    const below = versionOf(asked.get("below"));
    const compared = [versionOf(asked.get("from")) ?? 0, versionOf(asked.get("to")) ?? lastVersion];
    return {
      ...(await readVersions(tx, plan.id, below)),
      comparison: asked.has("from") ? await compareEngagement(tx, plan.id, compared) : null,
      isFirst: below === null,
    };
  });
  if (found === null) throw notFound();
  return privatePage({ frame, head, ...found });
}

/** A version, as the address names it; null where it names none. */
const versionOf = (text: string | null): number | null =>
  text !== null && /^\d{1,8}$/.test(text) ? Number(text) : null;

/** Above every version that there will be. */
const lastVersion = 10 ** 8;

export default function EngagementHistory() {
  const { frame, head, versions, below, comparison, isFirst } = useLoaderData<typeof loader>();
  const { reference } = head;
  return (
    <PlanPage frame={frame} head={head} title="Versions of the engagement plan">
      <p>
        <Link className="govuk-link" to={paths.staff.engagement(reference)}>
          Back to the engagement plan
        </Link>
      </p>
      {comparison === null ? null : <ComparedVersions comparison={comparison} />}
      {versions.length === 0 ? (
        <p>Nothing has been written in this engagement plan yet, or its versions are not yours to see.</p>
      ) : (
        <VersionList
          compareAt={isFirst ? paths.staff.engagementHistory(reference) : null}
          versions={versions.map(({ version, before, words, names }) => ({
            place: version,
            words,
            names: names.length === 0 ? ["Saved as it was"] : names,
            to: paths.staff.engagementHistory(reference, `from=${before}&to=${version}`),
          }))}
        />
      )}
      <NextPage
        to={below === null ? null : paths.staff.engagementHistory(reference, `below=${below}`)}
        words="Earlier versions"
      />
    </PlanPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
