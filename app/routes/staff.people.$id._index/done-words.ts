const words = new Map([
  ["link", "The account is linked. Their roles hold from now on."],
  ["role", "The role is given."],
  ["absence", "The absence is recorded."],
  ["close", "The account is closed and signed out everywhere."],
  ["end-role", "The role has ended."],
  ["end-absence", "The absence has ended."],
  ["end-sessions", "All sessions have ended: they are signed out everywhere."],
  ["unlink", "The link is removed."],
  ["reopen", "The account is open again."],
]);

/** What was done just now, in words; null for anything else that stands in the address. */
export const doneWords = (done: string | null): string | null => words.get(done ?? "") ?? null;
