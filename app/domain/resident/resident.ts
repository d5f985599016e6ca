import type { AgeBand, Connection } from "#app/domain/account/account.ts";

/** More than a person has places; bounds the list. */
export const mostConnections = 6;

/** How a resident belongs to a neighbourhood, as their own page says it after "You". */
export const connectionWords: Readonly<Record<Connection, string>> = {
  live: "live there",
  work: "work there",
  study: "study there",
  business: "run a business there",
  visit: "visit often",
};

export const ageBandWords: Readonly<Record<AgeBand, string>> = {
  "13-15": "13 to 15",
  "16-17": "16 or 17",
  "18+": "18 or over",
};

/** Why an account is erased: the person asked, they are too young to have one, or there is no such person. */
export const erasureReasons = ["asked", "under-13", "entered-by-mistake"] as const;
export type ErasureReason = (typeof erasureReasons)[number];

/** As staff choose them for a resident on paper. */
export const erasureWords: Readonly<Record<ErasureReason, string>> = {
  asked: "They asked for it",
  "under-13": "They are under 13",
  "entered-by-mistake": "They were entered by mistake, or twice",
};
