import { beforeAll, expect, test } from "vitest";
import { isCode, type Code } from "#app/domain/abstraction/codes.ts";
import { addMonths } from "#app/domain/abstraction/month.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { buildDemonstrationForce } from "../build.ts";
import { createClock, dayNumber } from "./clock.ts";
import type { DutyPost, DutyTeam } from "./force.ts";
import { responseTeams } from "./response-teams.ts";
import { anchorOn, daysAhead, intendedRate, monthsFrom, restated, toldMonthsOf } from "./story.ts";
import type { DutyTelling } from "./telling.ts";
import { tellMonth, type DutyRows } from "./tell-month.ts";

const now = new Date("2026-11-26T10:00:00Z");
const today = dayNumber(londonDay(now));
const anchor = anchorOn(londonDay(now));
const clock = createClock();
const months = toldMonthsOf(londonDay(now));
const agreedCodes: readonly Code[] = ["R1", "R2", "C1", "A1", "A2", "S1", "I1", "D1", "P1", "T2", "L1", "L2"];

interface Told extends DutyRows {
  team: DutyTeam;
  at: number;
}
let teams: DutyTeam[];
let told: Told[];

const isPolice = (kind: string): kind is DutyPost["kind"] => ["sergeant", "pc", "pcso"].includes(kind);

function teamsOfDemonstration(): DutyTeam[] {
  const force = buildDemonstrationForce(now);
  return force.teams.map(({ code }) => {
    const posts = force.posts.filter(({ teamCode, kind }) => teamCode === code && isPolice(kind));
    const neighbourhoods = force.neighbourhoods.filter(({ teamCode }) => teamCode === code);
    return {
      id: code,
      code,
      bcuCode: neighbourhoods[0]?.bcuCode ?? "",
      neighbourhoodIds: neighbourhoods.map((one) => one.code),
      sergeantId: null,
      inspectorId: null,
      posts: posts.flatMap(({ reference, kind, allocations }, at): DutyPost[] =>
        isPolice(kind)
          ? [
              {
                id: reference,
                reference,
                kind,
                at,
                fullTimeEquivalent: 1,
                neighbourhoodIds: allocations.map(({ neighbourhoodCode }) => neighbourhoodCode),
                held: force.holdings
                  .filter((one) => one.postReference === reference && one.kind === "substantive")
                  .map(({ from, to }) => ({ from: dayNumber(from), to: to === null ? null : dayNumber(to) })),
              },
            ]
          : [],
      ),
    };
  });
}

const tellingOf = (team: DutyTeam, month: string): DutyTelling => ({
  team,
  at: monthsFrom(anchor, month),
  first: dayNumber(month),
  last: Math.min(dayNumber(addMonths(month, 1)) - 1, today + daysAhead),
  now: now.getTime(),
  today,
  clock,
  responseTeams: responseTeams.map((one) => ({ ...one, id: one.code })),
  priorityOn: () => null,
});

beforeAll(() => {
  teams = teamsOfDemonstration();
  told = teams.flatMap((team) =>
    months.map((month) => {
      const telling = tellingOf(team, month);
      return { team, at: telling.at, ...tellMonth(telling) };
    }),
  );
});

/** Minutes of duty and of what counts of them, by a way of its own: minute after minute. */
function rateOfTeam(code: string, at: number, withLate = false): number {
  const one = told.find((month) => month.team.code === code && month.at === at);
  if (one === undefined) throw new Error("Nothing told.");
  let duty = 0;
  let counted = 0;
  const around = told.filter(({ team, at: month }) => team.code === code && Math.abs(month - at) <= 8);
  const entries = around.flatMap((month) => [...month.entries, ...(withLate && month.late !== null ? [month.late] : [])]);
  for (const { postId, startsAt, endsAt } of one.duties) {
    const own = entries.filter((entry) => entry.postId === postId && entry.endsAt > startsAt && entry.startsAt < endsAt);
    for (let minute = startsAt.getTime(); minute < endsAt.getTime(); minute += 15 * 60_000) {
      const here = own.filter((entry) => entry.startsAt.getTime() <= minute && minute < entry.endsAt.getTime());
      if (here.some((entry) => entry.code.startsWith("U"))) continue;
      if (endsAt > now) continue;
      duty += 1;
      if (here.some((entry) => agreedCodes.includes(entry.code))) counted += 1;
    }
  }
  return (100 * counted) / duty;
}

test("PROBE", () => {
  const duties = told.reduce((sum, one) => sum + one.duties.length, 0);
  const entries = told.reduce((sum, one) => sum + one.entries.length, 0);
  const byCode = new Map<string, number>();
  for (const one of told) for (const e of one.entries) byCode.set(e.code, (byCode.get(e.code) ?? 0) + 1);
  console.info({ duties, entries, byCode: Object.fromEntries(byCode) });
  for (const team of teams)
    console.info(team.code, team.posts.length, Array.from({ length: 25 }, (_, i) => rateOfTeam(team.code, i - 24).toFixed(1)).join(" "));
  console.info(rateOfTeam("BUX", restated.at, true), intendedRate, isCode);
});
