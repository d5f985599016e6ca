import { randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { abstractionEntries } from "#db/schema/abstraction.ts";
import { abstractionRequests } from "#db/schema/abstraction-request.ts";
import { postAllocations, postDetails } from "#db/schema/team.ts";
import type { Db } from "#db/types.ts";

const hourMs = 3_600_000;

async function postIn(db: Db, neighbourhoodId: string): Promise<string> {
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
  return post.id;
}

/** An entry of some post that serves a neighbourhood, of the hour that is just over; its id. */
export async function addEntryIn(db: Db, neighbourhoodId: string): Promise<string> {
  const id = randomUUID();
  const hour = Math.floor(Date.now() / hourMs) * hourMs;
  await db.insert(abstractionEntries).values({
    id,
    version: 1,
    postId: await postIn(db, neighbourhoodId),
    startsAt: new Date(hour - hourMs),
    endsAt: new Date(hour),
    code: "R2",
    source: "log",
    enteredAt: new Date(),
  });
  return id;
}

/** A request for the officer of some post that serves a neighbourhood, of tomorrow, which anybody above may decide. */
export async function addRequestIn(db: Db, neighbourhoodId: string): Promise<string> {
  const now = new Date();
  const hour = Math.floor(now.getTime() / hourMs) * hourMs + 24 * hourMs;
  const [request] = await db
    .insert(abstractionRequests)
    .values({
      postId: await postIn(db, neighbourhoodId),
      startsAt: new Date(hour),
      endsAt: new Date(hour + hourMs),
      code: "R2",
      reason: "Calls outside the plan.",
      requesterUnit: "Response B",
      requesterRole: "response-sergeant",
      isEmergency: false,
      authority: "duty-inspector",
      askedAt: now,
    })
    .returning({ id: abstractionRequests.id });
  if (request === undefined) throw new Error("The database returned no request.");
  return request.id;
}
