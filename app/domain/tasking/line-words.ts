import { dayInWords } from "#app/domain/account/day-words.ts";
import type { Day } from "#app/domain/team/day.ts";

/** A public line with whose it is and when it was done. */
export interface PublicLine {
  agency: string;
  /** As its agency should begin it: "repaired the lights on the rec". */
  line: string;
  doneOn: Day;
}

// What an agency did, as its form asks for it: "repaired …", "cut back …". Anything else is set apart from its name.
const didSomething =
  /^(?:\p{L}{2,}ed|brought|built|bought|cut|dug|found|gave|got|held|laid|left|lent|let|made|met|paid|put|ran|rebuilt|rang|read|said|sent|set|shut|sold|spent|spoke|swept|taught|told|took|went|won|wrote|has|have|is|are|was|were|now|also)\s/iu;

/**
 * "Amber Valley Borough Council repaired the lights on the rec, 3 March 2027"; and "Amber Valley Borough Council: the
 * lights on the rec are repaired, 3 March 2027" where the line does not begin with what it did.
 */
export function publicLineInWords({ agency, line, doneOn }: PublicLine): string {
  const said = line.trim().replace(/\.+$/, "");
  const begins = said.toLowerCase().startsWith(agency.toLowerCase());
  const words = withSmallStart(said);
  const joined = didSomething.test(words) ? `${agency} ${words}` : `${agency}: ${words}`;
  return `${begins ? said : joined}, ${dayInWords(doneOn)}`;
}

// "CCTV" stays as it is.
const withSmallStart = (words: string): string =>
  /^[A-Z][a-z]/.test(words) ? `${words.slice(0, 1).toLowerCase()}${words.slice(1)}` : words;

/** Where the line of an action stands on the page of its priority. */
export const joinedLineId = (actionId: string): string => `joint-${actionId}`;
