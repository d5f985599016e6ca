/** How what is written here and what everybody reads stand to one another. */
export interface LineStatus {
  /** How the last request went; null before the first. */
  line: "open" | "no-connection" | "no-answer" | "signed-out" | "not-yours" | null;
  /** When something was saved last, on the clock. */
  savedAt: string | null;
  hasUnsent: boolean;
  /** The fields that somebody has to choose in or put right first, by their labels. */
  waiting: readonly string[];
  isKept: boolean;
  isRestored: boolean;
}

const keptWords = (isKept: boolean, then: string) =>
  isKept ? `It is kept on this device and ${then}` : "Keep this page open: this device keeps nothing";

/** The same in words: what stands beside the button, and is read out when it changes. */
export function statusWords({ line, savedAt, hasUnsent, waiting, isKept, isRestored }: LineStatus): string {
  if (line === "not-yours") return "Not saved: you may no longer write in this plan. Copy what you need.";
  if (line === "signed-out" && hasUnsent)
    return `Not saved: you are signed out. ${keptWords(isKept, "sent when you sign in again")}.`;
  if (line === "no-connection")
    return hasUnsent
      ? `Not saved: no connection. ${keptWords(isKept, "sent when you are back")}.`
      : "No connection. What you write is kept on this device and sent when you are back.";
  if (line === "no-answer" && hasUnsent)
    return `Not saved: the service does not answer. ${keptWords(isKept, "sent again")}.`;
  if (waiting.length > 0)
    return `Not saved: ${waiting.map((label) => `“${label}”`).join(", ")}. See what stands beside ${waiting.length === 1 ? "it" : "them"}.`;
  if (isRestored && hasUnsent) return "What you wrote before was kept on this device. It is being saved.";
  return savedAt === null ? "What you write is saved as you go." : `Saved ${savedAt}`;
}
