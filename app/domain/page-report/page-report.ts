/** The public items that somebody may report a problem with. */
export const reportableKinds = ["concern", "priority", "meeting"] as const;
export type ReportableKind = (typeof reportableKinds)[number];

/** What the item is called in a sentence. */
export const reportableWords: Readonly<Record<ReportableKind, string>> = {
  concern: "concern",
  priority: "priority",
  meeting: "meeting",
};

/** The kind that the first letter of an item's reference names; null for one of another kind. */
export const kindOfReference = (reference: string): ReportableKind | null =>
  reportableKinds.find((kind) => kind.startsWith(reference.slice(0, 1).toLowerCase())) ?? null;

/** `taken-down` and `kept` are decisions; an appeal goes to somebody else, who ends it as `upheld` or `changed`. */
export const pageReportStates = ["received", "taken-down", "kept", "appealed", "upheld", "changed"] as const;
export type PageReportState = (typeof pageReportStates)[number];

export const pageReportStateWords: Readonly<Record<PageReportState, string>> = {
  received: "Waiting for a decision",
  "taken-down": "Taken down",
  kept: "Kept",
  appealed: "Waiting for an appeal",
  upheld: "Appeal heard: the decision stands",
  changed: "Appeal heard: the decision is changed",
};

/** What somebody says is wrong. */
export const pageProblems = ["personal", "wrong", "unlawful", "other"] as const;
export type PageProblem = (typeof pageProblems)[number];

export const pageProblemWords: Readonly<Record<PageProblem, string>> = {
  personal: "It names somebody, or shows who they are",
  wrong: "It is wrong or out of date",
  unlawful: "It is unlawful, or puts somebody at risk",
  other: "Something else",
};
