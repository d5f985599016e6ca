/** What was just done, said on the page that follows. */
export const doneWords = {
  sent: "The way back is on its way by email. The link works for two days.",
  limited: "You have sent many invitations. Try again in an hour.",
} as const;
export type Done = keyof typeof doneWords;

const isDone = (word: string): word is Done => Object.hasOwn(doneWords, word);
export const doneOf = (word: string | null): Done | null => (word !== null && isDone(word) ? word : null);
