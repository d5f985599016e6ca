/** What the last form did, said above the page that follows it. */
export const doneWords = {
  retried: "The email is on its way again.",
  "all-retried": "The emails are on their way again.",
  dropped: "The email was given up, and what it said was erased.",
  gone: "Nothing was changed: somebody else had dealt with it already.",
} as const;
export type Done = keyof typeof doneWords;

const isDone = (word: string): word is Done => Object.hasOwn(doneWords, word);

export const doneOf = (word: string | null): Done | null => (word !== null && isDone(word) ? word : null);
