import { lent, type Code } from "#app/domain/abstraction/codes.ts";
import type { Random } from "../random.ts";
import { chanceOf } from "./chance.ts";
import { dayOf } from "./clock.ts";
import { codeFor, minutesOf, pullOf } from "./code-mix.ts";
import { entryRow, nowAndThen, type Use } from "./entry-row.ts";
import { agreedMonthsAgo, declaredIncident, intendedRate } from "./story.ts";
import type { DutyTelling, EntryRow } from "./telling.ts";
import { isFree, type WorkedShift } from "./worked-shifts.ts";

const minuteMs = 60_000;
const quarterMs = 15 * minuteMs;
const leastMs = 2 * quarterMs;

/**
 * Logs what the officers of a team were used for in a month, until the rate is what the story says. `logged` is how
 * many milliseconds of it are told of already.
 */
export function tellEntries(telling: DutyTelling, shifts: readonly WorkedShift[], logged = 0): EntryRow[] {
  const { team, at } = telling;
  const random = chanceOf(team.code, "entries", at);
  const entries: EntryRow[] = [];
  const log = (worked: WorkedShift, use: Omit<Use, "post" | "day">) => {
    worked.uses.push({ from: use.from, to: use.to });
    const { post, day } = worked.shift;
    entries.push(entryRow(telling, { post, day, ...use }, random));
    return use.to - use.from;
  };
  for (const worked of shifts) leaveEarly(worked, random, log);
  const isAtWork = ({ absence, isOver }: WorkedShift) =>
    isOver && (absence === null || absence.code === "P1");
  const atWork = shifts.filter(isAtWork);
  const duty = atWork.reduce((sum, { shift, until }) => sum + until - shift.from, 0);
  const attached = atWork.filter(({ absence }) => absence !== null);
  let left = (duty * intendedRate(team, at)) / 100 - logged;
  for (const { shift } of attached) left -= shift.to - shift.from;
  for (const [code, often] of nowAndThen) {
    const taken = logNowAndThen(telling, shifts, code, often, random, log);
    // Since the agreement court from neighbourhood work is part of the promise.
    if (code === "L2" && at >= -agreedMonthsAgo) left -= taken;
  }
  for (const worked of byPull(telling, shifts.filter(isFree), random)) {
    if (left < leastMs) break;
    left -= abstract(telling, worked, left, random, log);
  }
  return entries;
}

type Log = (worked: WorkedShift, use: Omit<Use, "post" | "day">) => number;

/** Somebody falls sick, takes time off, or is given a rest day back. */
function leaveEarly(worked: WorkedShift, random: Random, log: Log): void {
  const chance = random.next();
  const code: Code | null = chance < 0.003 ? "U3" : chance < 0.012 ? "U5" : chance < 0.015 ? "U2" : null;
  if (code === null || !isFree(worked)) return;
  const { from, to } = worked.shift;
  worked.until = code === "U2" ? from : Math.max(from + leastMs, to - minutesOf(code, random) * minuteMs);
  log(worked, { code, from: worked.until, to });
}

function logNowAndThen(
  { team }: DutyTelling,
  shifts: readonly WorkedShift[],
  code: Code,
  often: number,
  random: Random,
  log: Log,
): number {
  let logged = 0;
  for (const post of team.posts) {
    if (random.next() >= often) continue;
    if (code === lent && post.neighbourhoodIds.length === team.neighbourhoodIds.length) continue;
    const free = shifts.filter((one) => one.shift.post === post && one.shift.kind !== "night" && isFree(one));
    const worked = free[random.index(Math.max(1, free.length))];
    if (worked === undefined) continue;
    const { from, to } = worked.shift;
    const length = Math.min(to - from, minutesOf(code, random) * minuteMs);
    const start = from + random.index(Math.floor((to - from - length) / quarterMs) + 1) * quarterMs;
    logged += log(worked, { code, from: start, to: start + length });
  }
  return logged;
}

/** The shifts in the order in which they are taken from, those with the greatest pull likely first. */
function byPull(telling: DutyTelling, shifts: readonly WorkedShift[], random: Random): WorkedShift[] {
  return shifts
    .map((worked) => {
      const pull = pullOf(worked.shift) * (isIncident(telling, worked) ? 4 : 1);
      return { worked, order: random.next() ** (1 / pull) };
    })
    .sort((a, b) => b.order - a.order)
    .map(({ worked }) => worked);
}

const isIncident = ({ team, at }: DutyTelling, { shift }: WorkedShift) =>
  team.bcuCode === declaredIncident.bcuCode &&
  at === declaredIncident.at &&
  (declaredIncident.days as readonly number[]).includes(Number(dayOf(shift.day).slice(8)));

/** Takes somebody out of a shift, for what is left at most; how long for. */
function abstract(telling: DutyTelling, worked: WorkedShift, left: number, random: Random, log: Log): number {
  const { shift, until } = worked;
  const isExempt = isIncident(telling, worked);
  const code = isExempt ? "A1" : codeFor(shift, random);
  const wanted = Math.min(minutesOf(code, random) * minuteMs, until - shift.from);
  const length = Math.min(wanted, Math.ceil(left / quarterMs) * quarterMs);
  const from =
    shift.from + random.index(Math.floor((until - shift.from - length) / quarterMs) + 1) * quarterMs;
  const to = from + length;
  // Some stay on beyond their duty: that is overtime and no part of the rate.
  const overtime = to === shift.to && random.next() < 0.15 ? (4 + random.index(8)) * quarterMs : 0;
  log(worked, { code, from, to: Math.min(to + overtime, telling.now), isExempt });
  // Now and then a second task begins before the first one ends: shared time counts once.
  const more = Math.min(until - to, left - length);
  if (random.next() >= 0.04 || more < leastMs || overtime > 0) return length;
  const second = to + Math.floor(more / quarterMs) * quarterMs;
  log(worked, { code: "C1", from: to - quarterMs, to: second });
  return second - from;
}
