import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ImprovementSummaries } from "#app/components/abstraction/improvement-summaries.tsx";
import { HeldRoles } from "#app/components/member/held-roles.tsx";
import { MemberPage } from "#app/components/member/member-page.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { LapsedAgreement, LapsedBesides } from "#app/components/tasking/lapsed-agreement.tsx";
import { LedGroups } from "#app/components/tasking/led-groups.tsx";
import { calendarReaders } from "#app/domain/plan/calendar-readers.ts";
import { can } from "#app/domain/actor.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { readImprovementSummaries } from "#app/improvement-summaries.server.ts";
import { requirePartner } from "#app/member-guard.server.ts";
import { shownMember } from "#app/member-home.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { shutParts, shutWork } from "#app/partner-work.server.ts";
import { leadsAGroup } from "#db/queries/tasking-own-work.ts";
import { JointWork } from "./joint-work.tsx";
import { readHome } from "./read-home.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Partners", description: "Your page as a partner.", path: null });

export const headers = pageHeaders;

const doneWords = new Map([
  ["action", "Thank you. What you said is in the plan."],
  ["accepted", "Thank you. You have accepted it. Say here when it is done."],
  ["in-progress", "Thank you. It stands as under way."],
  ["done", "Thank you. It is done."],
  ["rejected", "You have declined it. The group is told."],
]);

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePartner(args);
  const { actor, signedIn, read } = visit;
  const { now } = args.context;
  const today = londonDay(now);
  const shut = await shutWork(visit, today);
  const query = new URL(args.request.url).searchParams;
  return privatePage({
    ...(await read(async (tx) => ({
      member: await shownMember(tx, signedIn, now),
      teams: await readImprovementSummaries(tx, actor, now),
      work: shut === null ? await readHome(tx, actor, now, query.get("asked") === "all") : null,
      chairs:
        shut === null &&
        (can(actor, "tasking:read") || (await leadsAGroup(tx, taskingReaderOf(actor), today))),
    }))),
    shut,
    besides: await shutParts(visit, today),
    today,
    hasCalendar: calendarReaders.some((permission) => can(actor, permission)),
    done: doneWords.get(query.get("done") ?? "") ?? null,
  });
}

export default function PartnersHome() {
  const { member, teams, work, chairs, shut, besides, today, hasCalendar, done } =
    useLoaderData<typeof loader>();
  return (
    <MemberPage title="Partners" hasCalendar={hasCalendar}>
      <DoneMessage words={done} />
      <LapsedBesides agreements={besides} />
      {chairs ? <LedGroups /> : null}
      {work === null ? null : <JointWork work={work} today={today} />}
      {shut === null ? null : <LapsedAgreement agreement={shut.agreement} />}
      <h2 className="govuk-heading-m">Who you are here</h2>
      <HeldRoles {...member} />
      <ImprovementSummaries teams={teams} />
    </MemberPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
