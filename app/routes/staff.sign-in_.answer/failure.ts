/** How a sign-in at the provider can end without one. */
export type Failure = "expired" | "cancelled" | "refused" | "away" | "busy" | "closed" | "somebody-else";

export interface FailureWords {
  status: number;
  title: string;
  words: string;
}

/** What to say, and to do, after each. */
export const failures: Readonly<Record<Failure, FailureWords>> = {
  expired: {
    status: 400,
    title: "Begin your sign-in again",
    words:
      "Too much time has passed, or it was begun in another browser or window. Nothing is wrong with your account.",
  },
  cancelled: {
    status: 200,
    title: "You are not signed in",
    words: "Your force’s sign-in says that it was stopped before the end.",
  },
  refused: {
    status: 400,
    title: "We could not accept this sign-in",
    words:
      "The answer from your force’s sign-in did not pass our checks. Begin again. If it happens twice, tell your force’s service desk.",
  },
  away: {
    status: 503,
    title: "Your force’s sign-in does not answer",
    words: "Wait half a minute and begin again. If it stays so, tell your force’s service desk.",
  },
  busy: {
    status: 429,
    title: "Too many sign-ins at once",
    words: "Many people are signing in where you are. Wait a minute and begin again.",
  },
  closed: {
    status: 403,
    title: "Your account here is closed",
    words: "If you think it should be open, ask an administrator of this service.",
  },
  "somebody-else": {
    status: 403,
    title: "That is another person’s account",
    words:
      "You proved to be somebody other than the person who is signed in here. Begin again with the same account, or sign out first.",
  },
};
