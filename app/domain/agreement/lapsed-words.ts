import { dayInWords } from "#app/domain/account/day-words.ts";
import type { Day } from "#app/domain/team/day.ts";
import type { ShutWhy } from "./standing.ts";

/** An agreement by which an agency shares no more, or not yet. */
export interface Lapsed {
  reference: string;
  title: string;
  since: Day;
  why: ShutWhy;
}

const endWords: Readonly<Record<ShutWhy, (since: string) => string>> = {
  expired: (since) => `lapsed on ${since}, because it was not reviewed in time`,
  terminated: (since) => `was ended on ${since}`,
  left: (since) => `no longer has your agency as a party since ${since}`,
  unsigned: (since) =>
    `is not in force for your agency: it was drafted on ${since}, and waits to be signed or to begin`,
};

/** Which agreement it is, and since when and why it does not hold. */
export const lapsedInWords = ({ title, reference, why, since }: Lapsed): string =>
  `The information-sharing agreement “${title}” (${reference}) ${endWords[why](dayInWords(since))}.`;

/** What follows from it while others of the agency hold, and whom to ask. */
export const lapsedMeans =
  "What belongs to it is closed, and opens again by itself when it is signed. Ask whoever leads on information sharing in your agency.";
