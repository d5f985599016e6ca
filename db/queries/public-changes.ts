import { and, desc, eq, exists, isNotNull, isNull, ne, not, or, sql, type SQL } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { paths } from "#app/paths.ts";
import { concerns } from "#db/schema/concern.ts";
import { news } from "#db/schema/following.ts";
import { meetings } from "#db/schema/meeting.ts";
import { planEvents, plans } from "#db/schema/plan.ts";
import { priorities, priorityEvents } from "#db/schema/priority.ts";
import type { Db } from "#db/types.ts";

/** One public change, in our words. */
export interface PublicChange {
  /** Which table's row it is, and its id: the same for ever. */
  id: string;
  at: Date;
  line: string;
  /** Where it stands, on this site. */
  path: string;
}

/** The public changes of a neighbourhood and of all in it, the newest first. */
export const changesOfNeighbourhood = (db: Db, neighbourhoodId: string, limit: number) =>
  changes(db, {
    ofNews: eq(news.neighbourhoodId, neighbourhoodId),
    ofPriority: eq(priorities.neighbourhoodId, neighbourhoodId),
    limit,
  });

/** The public changes of one priority, the newest first. */
export const changesOfPriority = (db: Db, priorityId: string, limit: number) =>
  changes(db, {
    ofNews: and(eq(news.kind, "priority"), eq(news.subjectId, priorityId)),
    ofPriority: eq(priorities.id, priorityId),
    limit,
  });

const isShown = and(isNull(priorities.takenDownAt), ne(priorities.state, "proposed"));

/** Nothing is news any more of what was taken down, or of a concern that is not published. */
const isStillPublic = (db: Db) =>
  and(
    or(
      ne(news.kind, "priority"),
      exists(
        db
          .select()
          .from(priorities)
          .where(and(eq(priorities.id, news.subjectId), isShown)),
      ),
    ),
    or(
      ne(news.kind, "concern"),
      exists(
        db
          .select()
          .from(concerns)
          .where(
            and(
              eq(concerns.id, news.subjectId),
              isNotNull(concerns.publishedAt),
              isNull(concerns.takenDownAt),
            ),
          ),
      ),
    ),
    not(
      exists(
        db
          .select()
          .from(meetings)
          .where(
            and(eq(sql`'/meetings/' || ${meetings.reference}`, news.path), isNotNull(meetings.takenDownAt)),
          ),
      ),
    ),
  );

interface Which {
  ofNews: SQL | undefined;
  ofPriority: SQL | undefined;
  limit: number;
}

/** News, and the steps that were recorded without any: a step that was told is there once, as it was told. */
async function changes(db: Db, { ofNews, ofPriority, limit }: Which): Promise<PublicChange[]> {
  const wasNot = (at: typeof priorityEvents.at | typeof planEvents.at) =>
    not(
      exists(
        db
          .select()
          .from(news)
          .where(and(eq(news.kind, "priority"), eq(news.subjectId, priorities.id), eq(news.at, at))),
      ),
    );
  const told = db
    .select({
      id: sql<string>`'news/' || ${news.id}`,
      at: sql<Date>`${news.at}`.mapWith(news.at).as("at"),
      line: sql<string>`${news.line}`,
      path: sql<string | null>`${news.path}`,
      reference: sql<string | null>`null::text`,
    })
    .from(news)
    .where(and(ofNews, isStillPublic(db)));
  const place = {
    path: sql<string | null>`null::text`,
    reference: sql<string | null>`${priorities.reference}`,
  };
  const stepped = db
    .select({
      id: sql<string>`'step/' || ${priorityEvents.id}`,
      at: sql<Date>`${priorityEvents.at}`,
      line: sql<string>`${priorities.title} || ': ' || ${priorityEvents.line}`,
      ...place,
    })
    .from(priorityEvents)
    .innerJoin(priorities, eq(priorities.id, priorityEvents.priorityId))
    .where(and(ofPriority, isShown, wasNot(priorityEvents.at)));
  const worked = db
    .select({
      id: sql<string>`'work/' || ${planEvents.id}`,
      at: sql<Date>`${planEvents.at}`,
      line: sql<string>`${priorities.title} || ': ' || ${planEvents.line}`,
      ...place,
    })
    .from(planEvents)
    .innerJoin(plans, eq(plans.id, planEvents.planId))
    .innerJoin(priorities, eq(priorities.id, plans.priorityId))
    .where(and(ofPriority, isShown, wasNot(planEvents.at)));
  const found = await unionAll(told, stepped, worked)
    .orderBy(desc(sql`at`), sql`1`)
    .limit(limit);
  return found.map(({ path, reference, ...change }) => ({
    ...change,
    path: path ?? (reference === null ? paths.home() : paths.priority(reference)),
  }));
}
