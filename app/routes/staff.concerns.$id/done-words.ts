const words = new Map([
  ["publish", "The summary is published. Whoever raised the concern was told."],
  ["approve", "The text is approved."],
  ["return", "The concern is with whoever raised it, for other words."],
  ["merge", "The concern is joined with the other. Its raisers were told."],
  ["answer", "The answer is sent."],
  ["refer", "The concern is referred, and its raiser told to whom."],
  ["reject", "The concern is ended with your reason. Its raiser may appeal, and somebody else hears it."],
  ["divert", "The concern is handed over. The contact centre was told, and the clock runs."],
  ["appeal", "The appeal is decided, and its raiser told."],
  ["enter", "The concern is entered."],
]);

/** What was done just now, in words; null for anything else that stands in the address. */
export const doneWords = (done: string | null): string | null => words.get(done ?? "") ?? null;
