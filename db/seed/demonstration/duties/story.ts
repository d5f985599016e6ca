import { lastMonthToJudge } from "#app/domain/abstraction/improvement-due.ts";
import { addMonths, monthOfDay, type Month } from "#app/domain/abstraction/month.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import { chanceOf } from "./chance.ts";

/** Since when the definition is agreed, counted in months: the improvements begin with it. */
export const agreedMonthsAgo = 14;
/** How far back duties are told: retention disposes of what is two years old. */
const toldMonths = 23;
/** How far ahead rosters go. */
export const daysAhead = 35;

/** Which month a story is told about: -1 is the last one that was judged, 0 the one after it. */
export const monthsFrom = (anchor: Month, month: Month): number =>
  (Number(month.slice(0, 4)) - Number(anchor.slice(0, 4))) * 12 +
  Number(month.slice(5, 7)) -
  Number(anchor.slice(5, 7));

/** The month that the story counts from on a day: the one after the last that is judged. */
export const anchorOn = (today: Day): Month => addMonths(lastMonthToJudge(today), 1);

/** The months of which duties are told on a day, the earliest first. */
export function toldMonthsOf(today: Day): Month[] {
  const months: Month[] = [];
  const last = monthOfDay(addDays(today, daysAhead));
  for (let month = addMonths(monthOfDay(today), -toldMonths); month <= last; month = addMonths(month, 1))
    months.push(month);
  return months;
}

/**
 * The teams to look at, with their rates from a month on. Chesterfield Town (CHE) breached, had a plan, got better and
 * is closed after three good months; Derby City Centre (DCC) did not get better and is escalated; Derby East (DEA) is
 * getting better under a plan; Ilkeston (ILK) is on watch; Swadlincote (SWA) needs a plan that nobody has written.
 */
const told: Readonly<Record<string, { from: number; rates: readonly number[] }>> = {
  CHE: {
    from: -16,
    rates: [11.9, 12.6, 13.1, 13.4, 12.8, 12.1, 11.4, 10.9, 10.5, 9.4, 9.1, 8.8, 8.6, 9, 8.4, 8.7, 8.5, 8.9],
  },
  DCC: {
    from: -14,
    rates: [9.6, 9.4, 9.5, 9.3, 9.4, 9.6, 10.9, 12.2, 13.1, 13.6, 14.1, 13.8, 13.9, 13.3, 12.9, 12.6],
  },
  DEA: { from: -7, rates: [9.2, 9.5, 11, 12.6, 12.1, 11.4, 10.8, 10.2, 9.9] },
  ILK: { from: -3, rates: [9.1, 9.4, 11.2, 10.6, 9.8] },
  SWA: { from: -4, rates: [9, 9.5, 11.6, 12.4, 11.9, 11.5] },
  // One month over, watched, and within again.
  LOE: { from: -11, rates: [10.4] },
  GLO: { from: -9, rates: [10.3] },
  CLA: { from: -4, rates: [10.6] },
};

/** The month of Buxton's command unit that is restated: at 9.8% before a late entry of 48 hours. */
export const restated = { teamCode: "BUX", bcuCode: "B", at: -5, rate: 9.8, hours: 48 } as const;

/** The team whose returns came late, so that two of its months were provisional. */
export const lateReturns = { teamCode: "SHI", months: [-12, -11], shareInTime: 0.86 } as const;

/** A declared incident: what was done for it is tagged as exempt, and counts all the same. */
export const declaredIncident = {
  bcuCode: "B",
  at: -9,
  days: [10, 11, 12],
  words: "Declared critical incident: risk to a reservoir dam",
} as const;

const beforeAgreement = 1.8;

/** What share of its duty hours a team is abstracted for in a month, in per cent of rate A. */
export function intendedRate(team: { code: string; bcuCode: string }, at: number): number {
  const story = told[team.code];
  const own = story?.rates[at - story.from];
  if (own !== undefined) return own;
  if (team.bcuCode === restated.bcuCode && at === restated.at) return restated.rate;
  const noise = (chanceOf(team.code, "rate", at).next() - 0.5) * 1.6;
  const summer = Math.max(0, 0.5 - Math.abs(((at + 240) % 12) - 8) * 0.2);
  const level = baseOf(team.code) + noise + summer;
  const isBefore = at < -agreedMonthsAgo;
  // What was agreed was kept to step by step.
  const drift = isBefore ? beforeAgreement : Math.max(0, (-at - agreedMonthsAgo + 6) * 0.15);
  // Since then a team that has no story of its own stays under ten.
  const most = 9.75 - chanceOf(team.code, "most", at).next() * 0.6;
  return isBefore ? level + drift : Math.min(most, level + drift);
}

/** From well under to just under the target. */
const baseOf = (code: string): number => 6.8 + chanceOf(code, "base").next() * 2.9;
