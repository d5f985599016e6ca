import { platform } from "#app/domain/actor.ts";
import type { AuditEntry } from "#app/domain/audit/audit.ts";
import { timetableOfDates } from "#app/domain/cycle/dates.ts";
import { pausesOf } from "#app/domain/cycle/pre-election.ts";
import { stepLine } from "#app/domain/cycle/public-lines.ts";
import { nextCycleStart } from "#app/domain/cycle/timetable.ts";
import { stagesToRun, type Step } from "#app/domain/cycle/transition.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import type { Keys } from "#app/services/keys/keys.server.ts";
import { recordAudits } from "#db/queries/audit.ts";
import {
  countShortlisted,
  insertCycleEvents,
  lockCycle,
  placeOfCycle,
  updateCycle,
  type Cycle,
  type CyclePlace,
} from "#db/queries/cycle.ts";
import { insertNews, type NewsLine } from "#db/queries/news.ts";
import { readPeriods } from "#db/queries/pre-election.ts";
import type { Db } from "#db/types.ts";
import { closeCycle } from "./close-cycle.server.ts";
import { takeEffect } from "./step-effects.server.ts";
import { tellStep } from "./tell-step.server.ts";

export interface CycleDeps {
  now: Date;
  keys: Pick<Keys, "seals">;
}

/**
 * Takes every step of a cycle that is due, in order, each once, in the transaction of the caller: whoever comes second
 * waits for the lock and finds nothing to do. Gives the id of the cycle that follows one that has closed.
 */
export async function runCycle(tx: Db, { now, keys }: CycleDeps, id: string): Promise<string | null> {
  const cycle = await lockCycle(tx, id);
  if (cycle === null) return null;
  const today = londonDay(now);
  const timetable = timetableOfDates(cycle, pausesOf(await readPeriods(tx)));
  const shortlisted = await countShortlisted(tx, id);
  const steps = stagesToRun({ stage: cycle.stage, timetable, shortlisted }, today);
  const last = steps.at(-1);
  if (last === undefined) return null;

  const place = await placeOfCycle(tx, cycle.neighbourhoodId);
  const entries: AuditEntry[] = [];
  const news: NewsLine[] = [];
  let nextId: string | null = null;
  // One a stage at the most.
  for (const [index, step] of steps.entries()) {
    const effects = await takeEffect({ tx, now, keys, cycle }, step);
    await updateCycle(tx, id, { stage: step.to, changedAt: now, ...effects.values });
    entries.push(entryOf(cycle, step));
    // After a long sleep residents still get the whole of the next cycle.
    const following = nextCycleStart(timetable);
    const nextStartsOn = following < today ? today : following;
    if (step.to === "closed") {
      const closed = await closeCycle({ tx, now, cycle, place }, nextStartsOn);
      nextId = closed.nextId;
      entries.push(...closed.entries);
      news.push(...closed.news);
    }
    const line = stepLine(step, timetable, place.isInForce ? nextStartsOn : null);
    // A millisecond apart, so that the steps of one run stay in order.
    const at = new Date(now.getTime() + index);
    await insertCycleEvents(tx, [{ cycleId: id, at, from: step.from, to: step.to, line }]);
    news.push(newsOf({ cycle, place, at }, step, line), ...effects.news);
  }
  await insertNews(tx, news);
  await tellStep({ tx, now, cycle, place }, last, timetable);
  await recordAudits(tx, platform(), now, entries);
  return nextId;
}

const entryOf = ({ id, neighbourhoodId, number }: Cycle, { from, to, on }: Step): AuditEntry => ({
  action: to === "raising" ? "cycle.open" : "cycle.move",
  subjectKind: "cycle",
  subjectId: id,
  neighbourhoodId,
  details: { number, from, to, on },
});

const newsOf = (
  { cycle, place, at }: { cycle: Cycle; place: CyclePlace; at: Date },
  { to }: Step,
  line: string,
): NewsLine => ({
  at,
  neighbourhoodId: cycle.neighbourhoodId,
  kind: "cycle",
  subjectId: cycle.id,
  line,
  path: to === "voting" ? paths.vote(place.slug) : paths.cycle(place.slug, cycle.number),
});
