import { randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { abstractionEntries } from "#db/schema/abstraction.ts";
import { postAllocations, postDetails } from "#db/schema/team.ts";
import type { Db } from "#db/types.ts";

const hourMs = 3_600_000;

/** An entry of some post that serves a neighbourhood, of the hour that is just over; its id. */
export async function addEntryIn(db: Db, neighbourhoodId: string): Promise<string> {
  const [post] = await db
    .select({ id: postAllocations.postId })
    .from(postAllocations)
    .innerJoin(postDetails, eq(postDetails.postId, postAllocations.postId))
    .where(
      and(
        eq(postAllocations.neighbourhoodId, neighbourhoodId),
        inArray(postDetails.kind, ["sergeant", "pc", "pcso"]),
      ),
    )
    .limit(1);
  if (post === undefined) throw new Error("No post serves the neighbourhood.");
  const id = randomUUID();
  const hour = Math.floor(Date.now() / hourMs) * hourMs;
  await db.insert(abstractionEntries).values({
    id,
    version: 1,
    postId: post.id,
    startsAt: new Date(hour - hourMs),
    endsAt: new Date(hour),
    code: "R2",
    source: "log",
    enteredAt: new Date(),
  });
  return id;
}
