import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { abstractionFrameOf } from "#app/components/abstraction/abstraction-frame.ts";
import { AbstractionPage } from "#app/components/abstraction/abstraction-page.tsx";
import { MonthLinks } from "#app/components/abstraction/month-links.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { monthOf } from "#app/domain/abstraction/month.ts";
import { readMonthShown } from "#app/domain/abstraction/month-shown.ts";
import { monthInWords } from "#app/domain/measure/month.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { idParam } from "#app/id-param.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { readTeamMonth, type TeamMonth } from "#app/services/abstraction/read-team-month.server.ts";
import { ChooseTeam } from "./choose-team.tsx";
import { kindMarks } from "./day-marks.tsx";
import { MonthList } from "./month-list.tsx";
import { MonthTable } from "./month-table.tsx";
import { NotDone } from "./not-done.tsx";
import { TeamFigures } from "./team-figures.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "The team’s month", description: "Duty and what it was used for.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "abstraction:read-officers");
  const { db, now } = args.context;
  const search = new URL(args.request.url).searchParams;
  const team = search.get("team") ?? "";
  const found = await readTeamMonth({ db, now }, visit.actor, {
    month: readMonthShown(search.get("month"), now),
    teamId: team === "" ? null : idParam(team),
  });
  if (found === null) throw notFound();
  return privatePage({
    frame: abstractionFrameOf(visit),
    ...found,
    current: monthOf(now),
    today: londonDay(now),
  });
}

export default function TeamCalendar() {
  const { frame, team, teams, month, current, today } = useLoaderData<typeof loader>();
  if (team === null)
    return (
      <AbstractionPage frame={frame} title="The team’s month">
        <p>No team has a post in your area.</p>
      </AbstractionPage>
    );
  return (
    <AbstractionPage frame={frame} title={`${team.name}, ${monthInWords(month)}`}>
      <ChooseTeam teams={teams} shown={team.id} month={month} />
      <MonthLinks
        month={month}
        last={current}
        addressOf={(one) => paths.abstractions.calendar(`team=${team.id}&month=${one}`)}
      />
      <Days team={team} month={month} />
      <TeamFigures {...team} />
      <NotDone {...team} today={today} />
    </AbstractionPage>
  );
}

function Days({ team, month }: { team: TeamMonth; month: string }) {
  const words = new Map<string, string>(team.codes.map((rule) => [rule.code, rule.words]));
  const wordsOf = (code: string) => words.get(code) ?? "";
  if (team.posts.length === 0) return <p>This team has no post.</p>;
  return (
    <>
      <p className="sn-calendar__key">
        {Object.entries(kindMarks).map(([kind, mark]) => (
          <span key={kind}>
            <span aria-hidden="true">{mark.shape}</span> {mark.words}
          </span>
        ))}
      </p>
      <MonthTable
        caption={`Duties and what they were used for, ${monthInWords(month)}`}
        posts={team.posts}
        wordsOf={wordsOf}
      />
      <MonthList posts={team.posts} wordsOf={wordsOf} />
    </>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
