import { platform, type Actor } from "#app/domain/actor.ts";
import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { DaySpan } from "#app/domain/calendar/day-span.ts";
import { datesOf, retimed, timetableOfDates } from "#app/domain/cycle/dates.ts";
import {
  heldBackActs,
  heldDays,
  isPreElection,
  pausesOf,
  type HeldBackAct,
} from "#app/domain/cycle/pre-election.ts";
import { pausedLine, resumedLine } from "#app/domain/cycle/public-lines.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import { mustBeAllowed } from "#app/services/account/must-be-allowed.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { insertCycleEvents, lockOpenCycles, retimeCycles } from "#db/queries/cycle.ts";
import { endPeriod, insertPeriod, periodOf, readPeriods } from "#db/queries/pre-election.ts";
import { lockSettings } from "#db/queries/setting.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** What is held back on a day; nothing outside a pre-election period. */
export const heldBackToday = async (tx: Db, today: Day): Promise<readonly HeldBackAct[]> =>
  isPreElection(today, heldDays(await readPeriods(tx))) ? heldBackActs : [];

// One planned or under way in each neighbourhood; far more than any force has.
const mostCycles = 2_000;

/** Holds the cycles, then what they are planned by: in the order in which a cycle that closes holds them. */
async function holdAll(tx: Db): Promise<void> {
  await lockOpenCycles(tx, mostCycles);
  await lockSettings(tx);
}

/** Moves every cycle from one set of pauses to another, each with its public line. */
async function repause(
  tx: Db,
  now: Date,
  { before, after, line }: { before: readonly DaySpan[]; after: readonly DaySpan[]; line: string },
): Promise<void> {
  // Again: one may have been planned before the lock was had.
  const cycles = await lockOpenCycles(tx, mostCycles);
  const moved = cycles.flatMap((cycle) => {
    const dates = datesOf(retimed(timetableOfDates(cycle, before), after));
    return dates.reviewingEndsOn === cycle.reviewingEndsOn && dates.votingEndsOn === cycle.votingEndsOn
      ? []
      : [{ ...cycle, ...dates, changedAt: now }];
  });
  await retimeCycles(tx, moved);
  await insertCycleEvents(
    tx,
    moved.map(({ id: cycleId, stage }) => ({ cycleId, at: now, from: stage, to: stage, line })),
  );
}

export interface WantedPeriod {
  startsOn: Day;
  endsOn: Day;
  pausesCycles: boolean;
  /** Public: which election. */
  reason: string;
}

/** Sets a time before an election; votes and panels that would open in it wait, where it says so. */
export const beginPreElection = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  wanted: WantedPeriod,
): Promise<Change> =>
  withActor(db, platform(actor.requestId), async (tx) => {
    mustBeAllowed(actor, "setting:change");
    const today = londonDay(now);
    if (wanted.endsOn < today) return refused("endsOn", "Enter a last day that is today or later");
    if (wanted.startsOn > wanted.endsOn)
      return refused("endsOn", "Enter a last day that is on or after the first day");
    await holdAll(tx);
    const periods = await readPeriods(tx);
    if (heldDays(periods).some((held) => held.firstDay <= wanted.endsOn && wanted.startsOn <= held.lastDay))
      return refused("startsOn", "Another pre-election period holds on some of these days: end it first");
    const stored = await insertPeriod(tx, { ...wanted, setBy: actor.accountId, setAt: now });
    const [pause] = pausesOf([periodOf(stored)]);
    if (pause !== undefined) {
      const before = pausesOf(periods);
      await repause(tx, now, {
        before,
        after: [...before, pause],
        line: pausedLine(pause, wanted.reason),
      });
    }
    await recordAudit(tx, actor, now, {
      action: "pre-election.begin",
      subjectKind: "pre-election",
      subjectId: stored.id,
      details: {
        startsOn: wanted.startsOn,
        endsOn: wanted.endsOn,
        pausesCycles: wanted.pausesCycles,
      },
    });
    return done;
  });

/** Ends one today, or takes one back that has not begun; what waited opens tomorrow at the soonest. */
export const endPreElection = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  id: string,
): Promise<Change> =>
  withActor(db, platform(actor.requestId), async (tx) => {
    mustBeAllowed(actor, "setting:change");
    await holdAll(tx);
    const before = pausesOf(await readPeriods(tx));
    const ended = await endPeriod(tx, id, now);
    if (ended === null) return refused("form", "This period was ended already");
    await repause(tx, now, {
      before,
      after: pausesOf(await readPeriods(tx)),
      line: resumedLine(londonDay(now)),
    });
    await recordAudit(tx, actor, now, {
      action: "pre-election.end",
      subjectKind: "pre-election",
      subjectId: id,
    });
    return done;
  });
