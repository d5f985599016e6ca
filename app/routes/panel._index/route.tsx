import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ImprovementSummaries } from "#app/components/abstraction/improvement-summaries.tsx";
import { HeldRoles } from "#app/components/member/held-roles.tsx";
import { MemberPage } from "#app/components/member/member-page.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { readImprovementSummaries } from "#app/improvement-summaries.server.ts";
import { requirePanel } from "#app/member-guard.server.ts";
import { shownMember } from "#app/member-home.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { meetingsOfMember } from "#db/queries/panel-list.ts";
import { Meetings } from "./meetings.tsx";

// Some years of meetings.
const mostMeetings = 24;

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Panel and key individuals",
    description: "Your page as a panel member or key individual.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { actor, signedIn, read } = await requirePanel(args);
  const isPanel = actor.roles.some(({ role }) => role === "panel-member");
  const isKey = actor.roles.some(({ role }) => role === "kin-member");
  const { now } = args.context;
  return privatePage(
    await read(async (tx) => ({
      ...(await shownMember(tx, signedIn, now)),
      isPanel,
      isKey,
      now,
      teams: await readImprovementSummaries(tx, actor, now),
      meetings: await meetingsOfMember(tx, signedIn.accountId, mostMeetings),
    })),
  );
}

export default function PanelHome() {
  const { name, agency, roles, isPanel, isKey, now, teams, meetings } = useLoaderData<typeof loader>();
  return (
    <MemberPage title={isPanel ? "Your panel" : "Your neighbourhood team and you"}>
      <HeldRoles name={name} agency={agency} roles={roles} />
      <Meetings meetings={meetings} now={now} isPanel={isPanel} />
      <ImprovementSummaries teams={teams} />
      {isKey ? (
        <p>
          Do not send us information about named people here. Call 101, report it online or tell
          Crimestoppers. In an emergency call 999.
        </p>
      ) : null}
    </MemberPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
