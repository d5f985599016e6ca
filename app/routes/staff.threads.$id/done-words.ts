const words: Readonly<Record<string, string>> = {
  entered: "The message is written down and acknowledged.",
  answer: "Your answer has gone.",
  delay: "The resident is told why it takes longer, and until when.",
  redirect: "The resident is told who answers this instead.",
  close: "The message is closed.",
  reopen: "The message is open again.",
};

/** What was done just now, as the address names it; nothing for what it cannot name. */
export const doneWords = (done: string | null): string | null =>
  done !== null && Object.hasOwn(words, done) ? (words[done] ?? null) : null;
