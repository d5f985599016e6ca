import { done, refused, type Change } from "#app/domain/account/change.ts";

/** The only grounds on which a priority may be closed without the residents’ word. */
export const closeReasons = ["merged", "never-recurred", "not-possible", "area-restructured"] as const;
export type CloseReason = (typeof closeReasons)[number];

export const closeReasonWords: Readonly<Record<CloseReason, string>> = {
  merged: "It is worked on as part of another priority",
  "never-recurred": "The evidence shows that it never happened again",
  "not-possible": "It cannot lawfully or practically be done",
  "area-restructured": "The neighbourhood has changed",
};

/** Whether the inspector may close a priority in this way. `words` are published. */
export function checkClosing({ reason, words }: { reason: CloseReason | null; words: string }): Change {
  if (reason === null) return refused("reason", "Select why it is closed without sign-off");
  return words.trim() === "" ? refused("words", "Explain why: residents will read it") : done;
}
