import type { FieldError } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import type { AgendaSection } from "./agenda.ts";
import { problemsOfFeedbackLine } from "./feedback-line.ts";
import { mayAnalyse, mayRecord, type LedGroup } from "./reading.ts";
import { problemsOfTaskingWords } from "./refused-words.ts";

/** What people may add to an agenda, and under which section; the rest writes itself. */
export const addedSections = [
  "priorities",
  "analysis",
  "places",
  "decisions",
  "bids",
  "impact",
  "publicity",
] as const;
export type AddedSection = (typeof addedSections)[number];

/** What analysts bring; the rest is for those who record. */
const analysedSections = ["analysis", "places"] as const satisfies readonly AddedSection[];

/** Whether an actor may write in a section of a group's agendas. */
export const mayChangeSection = (actor: Actor, group: LedGroup, section: AgendaSection): boolean =>
  analysedSections.some((one) => one === section) ? mayAnalyse(actor, group) : mayRecord(actor, group);

/** Where an actor may add to a group's agendas; nowhere for whoever only reads them. */
export const sectionsToAdd = (actor: Actor, group: LedGroup): AddedSection[] =>
  addedSections.filter((section) => mayChangeSection(actor, group, section));

/** An item as somebody wants it. */
export interface WantedItem {
  title: string;
  brief: string;
  feedbackLine: string;
}

const longest = { title: 120, brief: 5_000 } as const;
const fields = ["title", "brief"] as const;

/** What is wrong with the words of an item; nothing when all is well. */
export function problemsOfItem(wanted: WantedItem): FieldError[] {
  const problems: FieldError[] = [];
  if (wanted.title.trim() === "")
    problems.push({ field: "title", message: "Enter what it is about, in a few words" });
  for (const field of fields) {
    const words = wanted[field];
    if (words.length > longest[field])
      problems.push({
        field,
        message: `Shorten it to ${longest[field].toLocaleString("en-GB")} characters or fewer`,
      });
    for (const message of problemsOfTaskingWords(words)) problems.push({ field, message });
  }
  for (const message of problemsOfFeedbackLine(wanted.feedbackLine.trim()))
    problems.push({ field: "feedbackLine", message });
  return problems;
}
