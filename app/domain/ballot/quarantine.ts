/** Why ballots are put aside: one of these, so that no words about a person enter the record. */
export const quarantineReasons = ["burst", "same-place", "copied-papers", "told-to-us"] as const;
export type QuarantineReason = (typeof quarantineReasons)[number];

export const quarantineReasonWords: Readonly<Record<QuarantineReason, string>> = {
  burst: "Many ballots within a minute, with nothing going on that explains it",
  "same-place": "Many ballots from one place, more than can belong there",
  "copied-papers": "Papers that look like copies of one another",
  "told-to-us": "Somebody told us that these ballots were not cast freely",
};
