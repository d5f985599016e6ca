import { and, asc, desc, eq, gte, inArray, isNotNull, lt, or, sql, type SQL } from "drizzle-orm";
import type { ConcernCategory } from "#app/domain/concern/categories.ts";
import type { ReadablePart } from "#app/domain/concern/reading.ts";
import type { ConcernSource } from "#app/domain/concern/sources.ts";
import { divertedStates, waitingStates, type ConcernState } from "#app/domain/concern/states.ts";
import type { Scope } from "#app/domain/actor.ts";
import { concerns } from "#db/schema/concern.ts";
import type { Db } from "#db/types.ts";

/** What a reader may see of concerns, as `readableParts` says. */
export type ConcernReach = readonly { part: ReadablePart; scope: Scope }[];

export interface QueueFilter {
  neighbourhoodId?: string | undefined;
  /** Without one: whatever waits for somebody. */
  states?: readonly ConcernState[] | undefined;
  category?: ConcernCategory | undefined;
  source?: ConcernSource | undefined;
  isLate?: boolean | undefined;
}

/** Where a page of the queue ends and the next begins. */
export interface QueuePlace {
  isUrgent: boolean;
  dueAt: Date;
  raisedAt: Date;
  id: string;
}

// No text of a resident's is among them.
const columns = {
  id: concerns.id,
  reference: concerns.reference,
  neighbourhoodId: concerns.neighbourhoodId,
  category: concerns.category,
  source: concerns.source,
  state: concerns.state,
  flags: concerns.flags,
  isUrgent: concerns.isUrgent,
  raisers: concerns.raisers,
  raisedAt: concerns.raisedAt,
  dueAt: concerns.triageDueAt,
};

// Written out as the index has it, so that the planner sees that they are the same.
const isWaiting = sql`${concerns.state} in (${sql.raw(waitingStates.map((state) => `'${state}'`).join(", "))})`;

const isPart: Readonly<Record<ReadablePart, SQL | undefined>> = {
  all: undefined,
  urgent: or(eq(concerns.isUrgent, true), inArray(concerns.state, [...divertedStates])),
  appealed: eq(concerns.state, "appealed"),
  published: isNotNull(concerns.publishedAt),
};

/** The reader's own part; nothing at all for a reader without any. */
function isReadable(reach: ConcernReach): SQL | undefined {
  const parts = reach.map(({ part, scope }) =>
    and(
      scope.isForce ? undefined : inArray(concerns.neighbourhoodId, [...scope.neighbourhoodIds]),
      isPart[part],
    ),
  );
  if (parts.length === 0) return sql`false`;
  // One of them that asks for nothing shows all.
  return parts.includes(undefined) ? undefined : or(...parts);
}

const isWanted = ({ neighbourhoodId, states, category, source, isLate }: QueueFilter, now: Date) =>
  and(
    states === undefined ? isWaiting : inArray(concerns.state, [...states]),
    neighbourhoodId === undefined ? undefined : eq(concerns.neighbourhoodId, neighbourhoodId),
    category === undefined ? undefined : eq(concerns.category, category),
    source === undefined ? undefined : eq(concerns.source, source),
    isLate === true ? and(lt(concerns.triageDueAt, now), isWaiting) : undefined,
  );

const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`;

function isAfter({ isUrgent, dueAt, raisedAt, id }: QueuePlace): SQL | undefined {
  const isLater = sql`(${concerns.triageDueAt}, ${concerns.raisedAt}, ${concerns.id}) > (${instant(dueAt)}, ${instant(raisedAt)}, ${id}::uuid)`;
  const isInStep = and(eq(concerns.isUrgent, isUrgent), gte(concerns.triageDueAt, dueAt), isLater);
  return isUrgent ? or(eq(concerns.isUrgent, false), isInStep) : isInStep;
}

/** The urgent first, then what is due first: as `compareInQueue` has it. */
export const listQueue = (
  db: Db,
  reach: ConcernReach,
  filter: QueueFilter,
  { now, after, limit }: { now: Date; after: QueuePlace | null; limit: number },
) =>
  db
    .select(columns)
    .from(concerns)
    .where(and(isWanted(filter, now), isReadable(reach), after === null ? undefined : isAfter(after)))
    .orderBy(desc(concerns.isUrgent), asc(concerns.triageDueAt), asc(concerns.raisedAt), asc(concerns.id))
    .limit(limit);

export type QueuedConcern = Awaited<ReturnType<typeof listQueue>>[number];

/** How many wait for somebody in a reader's part, and how many of them too long. */
export async function countQueue(
  db: Db,
  reach: ConcernReach,
  now: Date,
): Promise<{ waiting: number; late: number }> {
  const [row] = await db
    .select({
      waiting: sql<number>`count(*)::int`,
      late: sql<number>`(count(*) filter (where ${concerns.triageDueAt} < ${instant(now)}))::int`,
    })
    .from(concerns)
    .where(and(isWaiting, isReadable(reach)));
  return row ?? { waiting: 0, late: 0 };
}
