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
