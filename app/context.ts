import type { Finder } from "#app/domain/finder/finder.ts";
import type { IdentityProvider } from "#app/services/identity/identity-provider.server.ts";
import type { Keys } from "#app/services/keys/keys.server.ts";
import type { WhoAsks } from "#app/services/session/read-session.server.ts";
import type { LiveLists } from "#app/services/tasking/live-lists.server.ts";
import type { Db } from "#db/types.ts";

/** What the process hands to every loader and action. */
export interface AppContext {
  /** For services, which open their own transaction; pages read by `read`. */
  db: Db;
  /** The moment of this request. */
  now: Date;
  /** Who sends it; asked of the database once, and only when a page wants to know. */
  who: () => Promise<WhoAsks>;
  /** Who it is by now: for an answer that goes on for long. */
  whoNow: () => Promise<WhoAsks>;
  /** Has a function called when the caller hangs up, or has all of the answer. */
  onHangUp: (then: () => void) => void;
  /** Reads in one transaction under the scope of whoever asks: how every page reads. */
  read: <Value>(work: (tx: Db) => Promise<Value>) => Promise<Value>;
  /** The browser in words, "Firefox on Android". */
  device: string;
  /** Names the caller's address for limits, without telling it. */
  clientKey: string;
  keys: Keys;
  /** Meetings that are followed as they are recorded. */
  liveLists: LiveLists;
  /** Where staff sign in; null in a demonstration that was told of none. */
  identityProvider: IdentityProvider | null;
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
