import { asc, eq, sql } from "drizzle-orm";
import { platform } from "#app/domain/actor.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import { recordAudit } from "#db/queries/audit.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { buildHistoryPlaces } from "./demonstration/history/history-places.ts";
import { tellNeighbourhood } from "./demonstration/history/neighbourhood-history.ts";
import type { HistoryRows } from "./demonstration/history/rows.ts";
import type { HistoryPlace } from "./demonstration/history/telling.ts";
import { isCutOff, isInvented, serve } from "./filling.ts";
import { findHistoryPeople } from "./history-people.ts";
import { insertAll } from "./insert-all.ts";
import { seedId } from "./seed-id.ts";

// Any constant: it only has to be the same in every process of this platform.
const historyLock = 7_203_104_2007;

/**
 * Fills in two years of a demonstration force that was filled before, while it serves: a neighbourhood at a time, each
 * whole or not at all, those that have a cycle left alone. Begun again where it was cut off. False where this is no
 * demonstration, or its history is whole.
 */
export async function fillHistory(
  db: Db,
  now: Date,
  log: (line: string) => void,
  signal?: AbortSignal,
): Promise<boolean> {
  if (!(await isInvented(db))) return false;
  const places = buildHistoryPlaces();
  let filled = 0;
  for (const place of places) {
    if (isCutOff(signal)) return filled > 0;
    if (await fillNeighbourhood(db, place, londonDay(now))) filled += 1;
    if (filled > 0 && (filled % 25 === 0 || place === places.at(-1)))
      log(`The demonstration's history: ${filled} of ${places.length} neighbourhoods.`);
    await serve();
  }
  if (filled > 0) {
    await db.transaction((tx) =>
      recordAudit(tx, platform(), now, {
        action: "demonstration.fill",
        subjectKind: "force",
        subjectId: null,
        details: { neighbourhoods: filled },
      }),
    );
  }
  return filled > 0;
}

function fillNeighbourhood(db: Db, place: HistoryPlace, today: Day): Promise<boolean> {
  const neighbourhoodId = seedId("neighbourhood", place.code);
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${historyLock})`);
    const [begun] = await tx
      .select({ id: schema.cycles.id })
      .from(schema.cycles)
      .where(eq(schema.cycles.neighbourhoodId, neighbourhoodId))
      .orderBy(asc(schema.cycles.number))
      .limit(1);
    const [known] = await tx
      .select({ id: schema.neighbourhoods.id })
      .from(schema.neighbourhoods)
      .where(eq(schema.neighbourhoods.id, neighbourhoodId))
      .limit(1);
    if (begun !== undefined || known === undefined) return false;
    const rows = tellNeighbourhood(place, today, await findHistoryPeople(tx, neighbourhoodId, today));
    await writeHistory(tx, rows);
    return true;
  });
}

/** Each table after those that it refers to. */
async function writeHistory(tx: Db, rows: HistoryRows): Promise<void> {
  await insertAll(tx, schema.cycles, rows.cycles);
  await insertAll(tx, schema.cycleExtensions, rows.cycleExtensions);
  await insertAll(tx, schema.cycleEvents, rows.cycleEvents);
  await insertAll(tx, schema.concerns, rows.concerns);
  await insertAll(tx, schema.concernTexts, rows.concernTexts);
  await insertAll(tx, schema.concernEvents, rows.concernEvents);
  await insertAll(tx, schema.diversions, rows.diversions);
  await insertAll(tx, schema.candidates, rows.candidates);
  await insertAll(tx, schema.candidateConcerns, rows.candidateConcerns);
  await insertAll(tx, schema.ballotBatches, rows.ballotBatches);
  await insertAll(tx, schema.ballots, rows.ballots);
  await insertAll(tx, schema.tallies, rows.tallies);
  await insertAll(tx, schema.resolutions, rows.resolutions);
  await insertAll(tx, schema.resolutionMembers, rows.resolutionMembers);
  await insertAll(tx, schema.resolutionItems, rows.resolutionItems);
  await insertAll(tx, schema.priorities, rows.priorities);
  await insertAll(tx, schema.priorityEvents, rows.priorityEvents);
  await writePlans(tx, rows);
  await writeFeedback(tx, rows);
  await insertAll(tx, schema.news, rows.news);
  await insertAll(tx, schema.threads, rows.threads);
  await insertAll(tx, schema.threadEntries, rows.threadEntries);
  await insertAll(tx, schema.meetings, rows.meetings);
  await insertAll(tx, schema.meetingNeighbourhoods, rows.meetingNeighbourhoods);
  await insertAll(tx, schema.followings, rows.followings);
}

async function writePlans(tx: Db, rows: HistoryRows): Promise<void> {
  await insertAll(tx, schema.plans, rows.plans);
  await insertAll(tx, schema.planFields, rows.planFields);
  await insertAll(tx, schema.planChanges, rows.planChanges);
  await insertAll(tx, schema.planEvents, rows.planEvents);
  await insertAll(tx, schema.planInvolvements, rows.planInvolvements);
  await insertAll(tx, schema.planReviews, rows.planReviews);
  await insertAll(tx, schema.planActions, rows.planActions);
  await insertAll(tx, schema.planPartners, rows.planPartners);
  await insertAll(tx, schema.outcomeReports, rows.outcomeReports);
  await insertAll(tx, schema.measures, rows.measures);
  await insertAll(tx, schema.measurePoints, rows.measurePoints);
  await insertAll(tx, schema.engagementPlans, rows.engagementPlans);
  await insertAll(tx, schema.engagementActivities, rows.engagementActivities);
  await insertAll(tx, schema.engagementVersions, rows.engagementVersions);
}

async function writeFeedback(tx: Db, rows: HistoryRows): Promise<void> {
  await insertAll(tx, schema.accounts, rows.accounts);
  await insertAll(tx, schema.residents, rows.residents);
  await insertAll(tx, schema.residentConnections, rows.residentConnections);
  await insertAll(tx, schema.feedbackRounds, rows.feedbackRounds);
  await insertAll(tx, schema.feedbackReplies, rows.feedbackReplies);
  await insertAll(tx, schema.panelVotes, rows.panelVotes);
}
