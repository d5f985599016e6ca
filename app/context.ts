import type { Finder } from "#app/domain/finder/finder.ts";
import type { Db } from "#db/types.ts";

/** What the process hands to every loader and action. */
export interface AppContext {
  db: Db;
  /** The finder over the editions in force now; take it once per request. */
  finder: Finder;
  force: { name: string; shortName: string; website: string | null; telephone: string } | null;
  isDemonstration: boolean;
  /** The boundaries in force are the demonstration's own drawing. */
  hasIllustrativeBoundaries: boolean;
  /** https://… without a trailing slash, as residents see it. */
  publicUrl: string;
  mapTiles: { url: string; attribution: string } | null;
  /** For the Content-Security-Policy of this response. */
  nonce: string;
  /** Names this request in the log and on an error page. */
  requestId: string;
}
