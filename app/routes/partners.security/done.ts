/** What was just done, said on the page that follows. */
export const doneWords = {
  rename: "The passkey has its new name.",
  remove: "The passkey is removed. Every other browser was signed out.",
  passkey: "The passkey is added. You can sign in with it from now on.",
  password: "Your password and authenticator app are changed. Every other browser was signed out.",
} as const;
export type Done = keyof typeof doneWords;

const isDone = (word: string): word is Done => Object.hasOwn(doneWords, word);
export const doneOf = (word: string | null): Done | null => (word !== null && isDone(word) ? word : null);
