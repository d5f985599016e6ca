import { dayInWords } from "#app/domain/account/day-words.ts";
import type { Day } from "#app/domain/team/day.ts";

/** A public line with whose it is and when it was done. */
export interface PublicLine {
  agency: string;
  /** As its agency begins it: "repaired the lights on the rec". */
  line: string;
  doneOn: Day;
}

/** "Amber Valley Borough Council repaired the lights on the rec, 3 March 2027". */
export function publicLineInWords({ agency, line, doneOn }: PublicLine): string {
  const said = line.trim().replace(/\.+$/, "");
  const begins = said.toLowerCase().startsWith(agency.toLowerCase());
  return `${begins ? said : `${agency} ${withSmallStart(said)}`}, ${dayInWords(doneOn)}`;
}

// "CCTV" stays as it is.
const withSmallStart = (words: string): string =>
  /^[A-Z][a-z]/.test(words) ? `${words.slice(0, 1).toLowerCase()}${words.slice(1)}` : words;

/** Where the line of an action stands on the page of its priority. */
export const joinedLineId = (actionId: string): string => `joint-${actionId}`;
