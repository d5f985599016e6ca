import { beforeAll, expect, test } from "vitest";
import { codes, type Code } from "#app/domain/abstraction/codes.ts";
import { addMonths } from "#app/domain/abstraction/month.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { buildDemonstrationForce } from "../build.ts";
import { fullTimeEquivalentOf } from "../posts.ts";
import { createClock, dayNumber } from "./clock.ts";
import type { DutyPost, DutyTeam } from "./force.ts";
import { responseTeams } from "./response-teams.ts";
import { anchorOn, daysAhead, intendedRate, monthsFrom, restated, toldMonthsOf } from "./story.ts";
import type { DutyRow, DutyTelling } from "./telling.ts";
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
                fullTimeEquivalent: fullTimeEquivalentOf({ reference, kind }),
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
}, 60_000);

/** Minutes of duty and of what counts of them, by a way of its own: minute after minute. */
function rateOfTeam(code: string, at: number, withLate = false): number {
  const one = told.find((month) => month.team.code === code && month.at === at);
  if (one === undefined) throw new Error("Nothing told.");
  let duty = 0;
  let counted = 0;
  const around = told.filter(({ team, at: month }) => team.code === code && Math.abs(month - at) <= 8);
  const entries = around.flatMap((month) => [
    ...month.entries,
    ...(withLate && month.late !== null ? [month.late] : []),
  ]);
  for (const { postId, startsAt, endsAt } of one.duties) {
    const own = entries.filter(
      (entry) => entry.postId === postId && entry.endsAt > startsAt && entry.startsAt < endsAt,
    );
    for (let minute = startsAt.getTime(); minute < endsAt.getTime(); minute += 15 * 60_000) {
      const here = own.filter(
        (entry) => entry.startsAt.getTime() <= minute && minute < entry.endsAt.getTime(),
      );
      if (here.some((entry) => entry.code.startsWith("U"))) continue;
      if (endsAt > now) continue;
      duty += 1;
      if (here.some((entry) => agreedCodes.includes(entry.code))) counted += 1;
    }
  }
  return (100 * counted) / duty;
}

test("the same force and day give the same duties", () => {
  const [team] = teams;
  const [month] = months;
  if (team === undefined || month === undefined) throw new Error("No team.");
  const { duties, entries } = tellMonth(tellingOf(team, month));
  expect(told[0]).toMatchObject({ duties, entries });
  expect(duties.length).toBeGreaterThan(100);
});

test("two years for 374 posts: as many as a force of this size has", () => {
  const duties = told.reduce((sum, one) => sum + one.duties.length, 0);
  const entries = told.flatMap((one) => one.entries);
  expect(duties).toBeGreaterThan(165_000);
  expect(duties).toBeLessThan(190_000);
  expect(entries.length).toBeGreaterThan(32_000);
  expect(entries.length).toBeLessThan(45_000);
  const share = (code: Code) => entries.filter((entry) => entry.code === code).length / entries.length;
  // A suspension, or a long leave, is too rare to come in every two years.
  const rare: readonly Code[] = ["N1", "U4", "U6", "U7"];
  expect(codes.filter((code) => !rare.includes(code) && share(code) === 0)).toEqual([]);
  expect(share("R1")).toBeGreaterThan(0.12);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
});

test("no post has two duties at once, nor one while it is vacant; nothing is logged ahead", () => {
  const byPost = new Map<string, DutyRow[]>();
  for (const duty of told.flatMap((one) => one.duties)) {
    const own = byPost.get(duty.postId);
    if (own === undefined) byPost.set(duty.postId, [duty]);
    else own.push(duty);
  }
  const wrong: string[] = [];
  for (const { id, held } of teams.flatMap(({ posts }) => posts)) {
    const own = (byPost.get(id) ?? []).toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
    for (const [index, { startsAt, endsAt }] of own.entries()) {
      const next = own[index + 1];
      if (next !== undefined && next.startsAt < endsAt) wrong.push(id);
      const day = dayNumber(londonDay(startsAt));
      if (!held.some(({ from, to }) => from <= day && (to === null || day <= to))) wrong.push(id);
    }
  }
  expect(wrong).toEqual([]);
  const ahead = told
    .flatMap((one) => one.entries)
    .filter(({ endsAt, enteredAt }) => endsAt > now || enteredAt > now);
  expect(ahead).toEqual([]);
  const rostered = told.flatMap((one) => one.duties).filter(({ startsAt }) => startsAt > now);
  expect(rostered.length).toBeGreaterThan(5_000);
  expect(rostered.every(({ confirmedAs }) => confirmedAs === undefined)).toBe(true);
});

test.each(["CHE", "DCC", "DEA", "ILK", "SWA", "BEL", "ASH"])(
  "team %s is abstracted as its story says",
  (code) => {
    const team = teams.find((one) => one.code === code);
    if (team === undefined) throw new Error("No team.");
    for (const at of [-13, -9, -6, -3, -2, -1]) {
      const intended = intendedRate(team, at);
      const rate = rateOfTeam(code, at);
      expect(Math.abs(rate - intended), `${code} ${at}: ${rate} for ${intended}`).toBeLessThan(0.25);
      expect(rate > 10).toBe(intended > 10);
    }
  },
);

test("most teams keep the promise since the agreement, some do not", () => {
  const over = (at: number) => teams.filter((team) => intendedRate(team, at) > 10).map(({ code }) => code);
  expect(over(-1).sort()).toEqual(["DCC", "DEA", "ILK", "SWA"]);
  expect(over(-20).length).toBeGreaterThan(8);
  expect(teams.filter((team) => intendedRate(team, -1) < 8.5).length).toBeGreaterThan(4);
});

test("48 hours that were found late make another figure of their month", () => {
  expect(rateOfTeam(restated.teamCode, restated.at)).toBeCloseTo(restated.rate, 0);
  expect(rateOfTeam(restated.teamCode, restated.at, true)).toBeGreaterThan(11);
  const [late] = told.flatMap((one) => (one.late === null ? [] : [one.late]));
  expect(late).toMatchObject({ version: 2, code: "P1" });
  expect(late?.changeReason).toMatch(/found when/);
});
