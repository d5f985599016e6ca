/** Something written on a thread, as far as its heading depends on it. */
export interface WrittenEntry {
  writer: "resident" | "staff" | "platform";
  kind: "message" | "acknowledgement" | "answer" | "delay" | "redirect" | "note";
}

const ofStaff: Readonly<Record<WrittenEntry["kind"], string>> = {
  message: "Written down by the team",
  acknowledgement: "Acknowledged by the platform",
  answer: "Answer of the team",
  delay: "Why the answer takes longer",
  redirect: "Who answers this instead",
  note: "Note",
};

/** The heading of what was written, as its writer or the team reads it. */
export function entryHeading({ writer, kind }: WrittenEntry, reader: "resident" | "staff"): string {
  if (writer === "resident") return reader === "resident" ? "You wrote" : "The resident wrote";
  return ofStaff[kind];
}

/** Said in place of words whose time is over. */
export const erasedWords = "These words have been erased.";
