import type { FieldError } from "#app/domain/account/change.ts";
import { problemsOfTaskingWords } from "./refused-words.ts";

/** What people may add to an agenda, and under which section; the rest writes itself. */
export const addedSections = ["priorities", "analysis", "places", "decisions", "bids", "impact", "publicity"] as const;
export type AddedSection = (typeof addedSections)[number];

/** An item as somebody wants it. */
export interface WantedItem {
  title: string;
  brief: string;
  feedbackLine: string;
}

const longest = { title: 120, brief: 5_000, feedbackLine: 500 } as const;
const fields = ["title", "brief", "feedbackLine"] as const;

/** What is wrong with the words of an item; nothing when all is well. */
export function problemsOfItem(wanted: WantedItem): FieldError[] {
  const problems: FieldError[] = [];
  if (wanted.title.trim() === "") problems.push({ field: "title", message: "Enter what it is about, in a few words" });
  for (const field of fields) {
    const words = wanted[field];
    if (words.length > longest[field])
      problems.push({
        field,
        message: `Shorten it to ${longest[field].toLocaleString("en-GB")} characters or fewer`,
      });
    for (const message of problemsOfTaskingWords(words)) problems.push({ field, message });
  }
  return problems;
}
