import type { Db } from "#db/types.ts";

export interface ThreadDeps {
  db: Db;
  now: Date;
  /** https://… without a trailing slash: mails lead here. */
  publicUrl: string;
}

/** Which thread, and as which version it was read: a change of anybody else's meanwhile is not written over. */
export interface ThreadAt {
  id: string;
  version: number;
}
