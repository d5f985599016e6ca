import { and, asc, eq, isNotNull, ne, sql } from "drizzle-orm";
import type { ReportableKind } from "#app/domain/page-report/page-report.ts";
import { concerns } from "#db/schema/concern.ts";
import { meetingNeighbourhoods, meetings } from "#db/schema/meeting.ts";
import { priorities } from "#db/schema/priority.ts";
import type { Db } from "#db/types.ts";

/** Something that everybody may read, or could until it was taken down. */
export interface PublicItem {
  kind: ReportableKind;
  id: string;
  reference: string;
  neighbourhoodId: string;
  title: string;
  takenDownAt: Date | null;
}

type Facts = Omit<PublicItem, "kind">;

const findConcern = (db: Db, isWanted: { reference: string } | { id: string }) =>
  db
    .select({
      id: concerns.id,
      reference: concerns.reference,
      neighbourhoodId: concerns.neighbourhoodId,
      title: sql<string>`coalesce(${concerns.publicTitle}, '')`,
      takenDownAt: concerns.takenDownAt,
    })
    .from(concerns)
    .where(
      and(
        "id" in isWanted ? eq(concerns.id, isWanted.id) : eq(concerns.reference, isWanted.reference),
        isNotNull(concerns.publishedAt),
      ),
    )
    .limit(1);

const findPriority = (db: Db, isWanted: { reference: string } | { id: string }) =>
  db
    .select({
      id: priorities.id,
      reference: priorities.reference,
      neighbourhoodId: priorities.neighbourhoodId,
      title: priorities.title,
      takenDownAt: priorities.takenDownAt,
    })
    .from(priorities)
    .where(
      and(
        "id" in isWanted ? eq(priorities.id, isWanted.id) : eq(priorities.reference, isWanted.reference),
        ne(priorities.state, "proposed"),
      ),
    )
    .limit(1);

// A meeting of several neighbourhoods is looked after in one of them, always the same.
const findMeeting = (db: Db, isWanted: { reference: string } | { id: string }) =>
  db
    .select({
      id: meetings.id,
      reference: meetings.reference,
      neighbourhoodId: meetingNeighbourhoods.neighbourhoodId,
      title: meetings.title,
      takenDownAt: meetings.takenDownAt,
    })
    .from(meetings)
    .innerJoin(meetingNeighbourhoods, eq(meetingNeighbourhoods.meetingId, meetings.id))
    .where("id" in isWanted ? eq(meetings.id, isWanted.id) : eq(meetings.reference, isWanted.reference))
    .orderBy(asc(meetingNeighbourhoods.neighbourhoodId))
    .limit(1);

const finders = { concern: findConcern, priority: findPriority, meeting: findMeeting } satisfies Record<
  ReportableKind,
  (db: Db, isWanted: { reference: string } | { id: string }) => PromiseLike<Facts[]>
>;

/** A public item by its reference or id, or null; what was taken down is found too, where the scope shows it. */
export async function findPublicItem(
  db: Db,
  kind: ReportableKind,
  isWanted: { reference: string } | { id: string },
): Promise<PublicItem | null> {
  const [found] = await finders[kind](db, isWanted);
  return found === undefined ? null : { kind, ...found };
}

const tables = { concern: concerns, priority: priorities, meeting: meetings } as const;

/** Takes an item out of every public page, or puts it back (null); its version goes up. */
export async function setTakenDown(
  tx: Db,
  { kind, id }: Pick<PublicItem, "kind" | "id">,
  takenDownAt: Date | null,
  now: Date,
): Promise<void> {
  const table = tables[kind];
  await tx
    .update(table)
    .set({ takenDownAt, changedAt: now, version: sql`${table.version} + 1` })
    .where(eq(table.id, id));
}
