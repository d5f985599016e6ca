import { and, eq, sql } from "drizzle-orm";
import type { Scope } from "#app/domain/actor.ts";
import { abstractionRequests } from "#db/schema/abstraction-request.ts";
import type { Db } from "#db/types.ts";
import { isPostReached } from "./post-reach.ts";

/** How many requests for officers of a scope nobody has decided. */
export const countWaitingRequests = (db: Db, scope: Scope): Promise<number> =>
  db.$count(
    abstractionRequests,
    and(eq(abstractionRequests.state, "asked"), isPostReached(db, scope, sql`${abstractionRequests.postId}`)),
  );
