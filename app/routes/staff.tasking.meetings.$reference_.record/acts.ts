import type { SubmissionResult } from "@conform-to/react";
import type { RecordIntent } from "#app/components/tasking/record-schema.ts";

/** The reply to one of the page's forms; nothing where another was sent. */
export const replyFor = (
  reply: SubmissionResult | undefined,
  intent: RecordIntent,
): SubmissionResult | undefined => (reply?.initialValue?.["intent"] === intent ? reply : undefined);

/** Where one of the page's forms stands, for what leads to it. */
export const recordFormId = (of: string): string => `record-${of}`;

/** Which of the page's forms a reply is to. */
export function intentSent(reply: SubmissionResult | undefined): string {
  const intent = reply?.initialValue?.["intent"];
  return typeof intent === "string" ? intent : "";
}

/** What was just done, said on the page that follows. */
const doneWords = {
  feedback: "What residents are told of it is written down.",
  "feedback-rest": "It is written down that there is nothing to tell of the others.",
  finish: "The minutes are finished. Nothing more is written in them.",
  circulate: "Everybody who is entitled to the minutes has been sent a link to them.",
} as const;
type Done = keyof typeof doneWords;

const isDone = (word: string): word is Done => Object.hasOwn(doneWords, word);

/** What an address says was done: one of the above, or the number under which something was written down. */
export function doneInWords(search: URLSearchParams): string | null {
  const word = search.get("done") ?? "";
  if (isDone(word)) return doneWords[word];
  const number = search.get("written") ?? "";
  return /^\d{1,6}$/.test(number) ? `Written down as ${number}.` : null;
}
