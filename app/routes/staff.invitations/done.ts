/** What was just done, said on the page that follows. */
export const doneWords = {
  invited: "The invitation is on its way. It can be accepted for two days.",
  "role-added": "They are a member already, so they have the further role at once. We tell them by email.",
  withdraw: "The invitation is withdrawn. Its link no longer works.",
  "send-again": "The invitation is on its way once more. The link before it no longer works.",
  gone: "That invitation was accepted or withdrawn meanwhile. Nothing was changed.",
  limited: "You have sent many invitations. Try again in an hour.",
} as const;
export type Done = keyof typeof doneWords;

const isDone = (word: string): word is Done => Object.hasOwn(doneWords, word);
export const doneOf = (word: string | null): Done | null => (word !== null && isDone(word) ? word : null);
