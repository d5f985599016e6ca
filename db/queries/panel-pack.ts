import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { candidates } from "#db/schema/candidate.ts";
import { cycles } from "#db/schema/cycle.ts";
import { panelInterests, panelVotes, resolutionItems, resolutionMembers } from "#db/schema/panel.ts";
import { priorities } from "#db/schema/priority.ts";
import type { Db } from "#db/types.ts";
import { findResolution } from "./panel.ts";
import { countOfCycle } from "./panel-cycle.ts";

// More than any shortlist or list of open priorities has; only bounds.
const mostRows = 100;

/** What stands on the table of a meeting: each candidate with its evidence, or the urgent priority. */
export const subjectsOf = (db: Db, resolutionId: string) =>
  db
    .select({
      itemId: resolutionItems.id,
      candidateId: resolutionItems.candidateId,
      subjectId: sql<string>`coalesce(${resolutionItems.candidateId}, ${resolutionItems.priorityId})`,
      place: resolutionItems.place,
      isAdopted: resolutionItems.isCarried,
      votesFor: resolutionItems.votesFor,
      votesAgainst: resolutionItems.votesAgainst,
      abstentions: resolutionItems.abstentions,
      number: candidates.number,
      title: sql<string>`coalesce(${candidates.title}, ${priorities.title})`,
      statement: sql<string>`coalesce(${candidates.statement}, ${priorities.statement})`,
      raisers: sql<number>`coalesce(${candidates.raisers}, 0)`,
      trendWords: candidates.trendWords,
      trendSource: candidates.trendSource,
      partnersWords: candidates.partnersWords,
      harmWords: candidates.harmWords,
      underHeardWords: candidates.underHeardWords,
      urgentReason: priorities.urgentReason,
      lapsesOn: priorities.lapsesOn,
      reference: priorities.reference,
    })
    .from(resolutionItems)
    .leftJoin(candidates, eq(candidates.id, resolutionItems.candidateId))
    .leftJoin(priorities, eq(priorities.id, resolutionItems.priorityId))
    .where(eq(resolutionItems.resolutionId, resolutionId))
    .orderBy(asc(resolutionItems.place), asc(candidates.number))
    .limit(mostRows);

export type Subject = Awaited<ReturnType<typeof subjectsOf>>[number];

/** A meeting as one of its members sees it: the papers, and what they themselves declared and voted. Null to others. */
export async function meetingForMember(db: Db, id: string, accountId: string) {
  const [seat] = await db
    .select({ capacity: resolutionMembers.capacity })
    .from(resolutionMembers)
    .where(and(eq(resolutionMembers.resolutionId, id), eq(resolutionMembers.accountId, accountId)));
  const resolution = seat === undefined ? null : await findResolution(db, id);
  if (resolution === null) return null;
  const subjects = await subjectsOf(db, id);
  const itemIds = subjects.map(({ itemId }) => itemId);
  const { cycleId } = resolution;
  return {
    resolution,
    subjects,
    votes: await db
      .select({ itemId: panelVotes.itemId, choice: panelVotes.choice })
      .from(panelVotes)
      .where(and(eq(panelVotes.accountId, accountId), inArray(panelVotes.itemId, itemIds))),
    interests: await db
      .select({ itemId: panelInterests.itemId })
      .from(panelInterests)
      .where(and(eq(panelInterests.accountId, accountId), inArray(panelInterests.itemId, itemIds))),
    count: cycleId === null ? null : await countOfCycle(db, cycleId),
    cycleNumber: cycleId === null ? null : await cycleNumberOf(db, cycleId),
  };
}

async function cycleNumberOf(db: Db, cycleId: string): Promise<number | null> {
  const [cycle] = await db.select({ number: cycles.number }).from(cycles).where(eq(cycles.id, cycleId));
  return cycle?.number ?? null;
}

/** The priorities of a neighbourhood that were adopted, and the last that residents were told of each. */
export const resultsOf = (db: Db, neighbourhoodId: string, limit: number) =>
  db
    .select({
      reference: priorities.reference,
      title: priorities.title,
      state: priorities.state,
      adoptedOn: priorities.adoptedOn,
      // Written out: in a query of one table the columns come without their tables, and one would stand for the other.
      lastLine: sql<string | null>`(select e.line from priority_events e
        where e.priority_id = priorities.id order by e.at desc, e.id desc limit 1)`,
    })
    .from(priorities)
    .where(and(eq(priorities.neighbourhoodId, neighbourhoodId), sql`${priorities.adoptedOn} is not null`))
    .orderBy(sql`${priorities.adoptedOn} desc`, asc(priorities.reference))
    .limit(limit);
