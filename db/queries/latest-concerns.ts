import { and, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { concerns } from "#db/schema/concern.ts";
import type { Db } from "#db/types.ts";

/** What people raised in a neighbourhood and staff published, the latest first: staff's words, never a resident's. */
export const latestConcerns = (db: Db, neighbourhoodId: string, limit: number) =>
  db
    .select({
      reference: concerns.reference,
      title: concerns.publicTitle,
      place: concerns.publicPlace,
      category: concerns.category,
      raisers: concerns.raisers,
    })
    .from(concerns)
    .where(
      and(
        eq(concerns.neighbourhoodId, neighbourhoodId),
        isNotNull(concerns.publishedAt),
        isNull(concerns.takenDownAt),
        inArray(concerns.state, [
          "published-candidate",
          "shortlisted",
          "adopted",
          "not-adopted",
          "answered-directly",
          "referred",
        ]),
      ),
    )
    .orderBy(desc(concerns.publishedAt), desc(concerns.id))
    .limit(limit);
