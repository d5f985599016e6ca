/** What an inspector has to look at among plans, the gravest first. */
export const exceptionKinds = ["unplanned", "reviews", "actions", "paused", "returned"] as const;
export type ExceptionKind = (typeof exceptionKinds)[number];

/** How many there are of each. */
export type ExceptionCounts = Readonly<Record<ExceptionKind, number>>;

export const exceptionWords: Readonly<Record<ExceptionKind, string>> = {
  unplanned: "Not planned in time",
  reviews: "Reviews overdue",
  actions: "Actions late",
  paused: "Paused past their day",
  returned: "Returned, and not taken up yet",
};

export const isExceptionKind = (word: string | null): word is ExceptionKind =>
  exceptionKinds.some((kind) => kind === word);

export const countOf = (counts: ExceptionCounts): number =>
  exceptionKinds.reduce((sum, kind) => sum + counts[kind], 0);
