import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ImprovementSummaries } from "#app/components/abstraction/improvement-summaries.tsx";
import { HeldRoles } from "#app/components/member/held-roles.tsx";
import { MemberPage } from "#app/components/member/member-page.tsx";
import { MyActions } from "#app/components/plan/my-actions.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { can } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { readImprovementSummaries } from "#app/improvement-summaries.server.ts";
import { requirePartner } from "#app/member-guard.server.ts";
import { shownMember } from "#app/member-home.server.ts";
import { readMyActions } from "#app/my-actions.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Partners", description: "Your page as a partner.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { actor, signedIn, read } = await requirePartner(args);
  const { now } = args.context;
  return privatePage({
    ...(await read(async (tx) => ({
      member: await shownMember(tx, actor, signedIn, now),
      teams: await readImprovementSummaries(tx, actor, now),
      mine: can(actor, "plan:read-own-actions") ? await readMyActions(tx, actor, signedIn.accountId) : null,
    }))),
    today: londonDay(now),
    isDone: new URL(args.request.url).searchParams.get("done") === "action",
  });
}

export default function PartnersHome() {
  const { member, teams, mine, today, isDone } = useLoaderData<typeof loader>();
  return (
    <MemberPage title="Partners" hasCalendar={mine !== null}>
      <DoneMessage words={isDone ? "Thank you. What you said is in the plan." : null} />
      {mine === null ? null : (
        <MyActions
          {...mine}
          today={today}
          addressOf={paths.partners.action}
          nothing="Your agency has no action to do."
        />
      )}
      <h2 className="govuk-heading-m">Who you are here</h2>
      <HeldRoles {...member} />
      <ImprovementSummaries teams={teams} />
      <h2 className="govuk-heading-m">Your joint work</h2>
      <p>
        Joint tasking meetings are not here yet. When they are, this page shows the meetings you take part in,
        and nothing of other agencies.
      </p>
    </MemberPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
