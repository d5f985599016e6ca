import type { Keys } from "#app/services/keys/keys.server.ts";
import type { Db } from "#db/types.ts";

/** What every service of ballots works with. */
export interface Deps {
  db: Db;
  now: Date;
  keys: Pick<Keys, "seals">;
}

const minuteMs = 60_000;

/** The minute of an instant: all that a ballot keeps of when it was cast, enough to see a burst. */
export const minuteOf = (instant: Date): Date =>
  new Date(Math.floor(instant.getTime() / minuteMs) * minuteMs);
