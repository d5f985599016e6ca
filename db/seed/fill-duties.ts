import { eq } from "drizzle-orm";
import type { Month } from "#app/domain/abstraction/month.ts";
import { platform } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { recordAudit } from "#db/queries/audit.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { lastRequestId } from "./demonstration/duties/ask-rows.ts";
import type { DutyTeam } from "./demonstration/duties/force.ts";
import { restated, toldMonthsOf } from "./demonstration/duties/story.ts";
import { tellMonth } from "./demonstration/duties/tell-month.ts";
import { findDutyTeams } from "./duty-force.ts";
import {
  beginFilling,
  correctLate,
  createTeller,
  fillTeamMonth,
  isCorrected,
  lateCorrectionAt,
  lockDuties,
  restatedMonth,
  type Filled,
  type Teller,
} from "./duty-months.ts";
import { isCutOff, isInvented, serve } from "./filling.ts";
import { publishAsOf } from "./told-figures.ts";
import { writeImprovements } from "./told-improvements.ts";
import { writeDisputes, writeRequests } from "./told-requests.ts";

const dayMs = 86_400_000;

interface Filling {
  db: Db;
  now: Date;
  log: (line: string) => void;
  signal: AbortSignal | undefined;
  teams: readonly DutyTeam[];
  months: readonly Month[];
  tell: Teller;
}

/**
 * Fills in two years of duties of a demonstration force that was filled before, what they were used for, and what
 * became of it, while it serves: a team's month at a time, each whole or not at all. Begun again where it was cut off.
 * Call it after `fillHistory`, whose priorities went without. False where there is nothing left to fill.
 */
export async function fillDuties(
  db: Db,
  now: Date,
  log: (line: string) => void,
  signal?: AbortSignal,
): Promise<boolean> {
  if (isCutOff(signal) || (await areDutiesFilled(db))) return false;
  const anchor = await beginFilling(db, now);
  const teams = await findDutyTeams(db);
  const months = toldMonthsOf(londonDay(now));
  const filling = { db, now, log, signal, teams, months, tell: await createTeller(db, anchor, now) };
  const filled = await fillMonths(filling);
  if (isCutOff(signal)) return filled.duties > 0;
  await fillWhatFollowed(filling, anchor);
  if (isCutOff(signal)) return true;
  await finish(filling, filled);
  log("The demonstration's duties are whole: figures, improvements and requests as well.");
  return true;
}

/** Whether nothing of it is left to fill: the last row is there, or this is no demonstration. */
export async function areDutiesFilled(db: Db): Promise<boolean> {
  if (!(await isInvented(db))) return true;
  const [last] = await db
    .select({ id: schema.abstractionRequests.id })
    .from(schema.abstractionRequests)
    .where(eq(schema.abstractionRequests.id, lastRequestId))
    .limit(1);
  return last !== undefined;
}

async function fillMonths({ db, log, signal, teams, months, tell }: Filling): Promise<Filled> {
  const filled: Filled = { duties: 0, entries: 0 };
  for (const [number, month] of months.entries()) {
    for (const team of teams) {
      if (isCutOff(signal)) return filled;
      const { duties, entries } = await fillTeamMonth(db, tell(team, month), month);
      filled.duties += duties;
      filled.entries += entries;
      await serve();
    }
    if (filled.duties > 0 && (number % 6 === 5 || number === months.length - 1))
      log(`The demonstration's duties: ${number + 1} of ${months.length} months.`);
  }
  return filled;
}

/** What was published and judged month after month, with the correction that came late. */
async function fillWhatFollowed(
  { db, now, signal, teams, months, tell }: Filling,
  anchor: Month,
): Promise<void> {
  const [first] = months;
  const team = teams.find(({ code }) => code === restated.teamCode);
  const late = team === undefined ? null : tellMonth(tell(team, restatedMonth(anchor))).late;
  if (first === undefined) return;
  const correctedAt = lateCorrectionAt(now);
  if (late !== null && !(await isCorrected(db, late))) {
    await publishAsOf(db, correctedAt, first);
    await serve();
    if (isCutOff(signal)) return;
    await writeImprovements(db, teams, anchor, now);
    await serve();
    await correctLate(db, late, team?.inspectorId ?? null, now);
  }
  await serve();
  await publishAsOf(db, new Date(correctedAt.getTime() + dayMs), first);
  await serve();
  await publishAsOf(db, now, first);
}

function finish({ db, now, teams, months }: Filling, filled: Filled): Promise<void> {
  return db.transaction(async (tx) => {
    await lockDuties(tx);
    if (await areDutiesFilled(tx)) return;
    await writeDisputes(tx, teams, now);
    await writeRequests(tx, teams, now);
    await recordAudit(tx, platform(), now, {
      action: "demonstration.fill",
      subjectKind: "force",
      subjectId: null,
      details: { months: months.length, ...filled },
    });
  });
}
