/** How a ballot reached us. `assisted` is one that staff entered with the voter beside them. */
export const ballotModes = ["online", "paper", "phone", "assisted"] as const;
export type BallotMode = (typeof ballotModes)[number];

export const ballotModeWords: Readonly<Record<BallotMode, string>> = {
  online: "online",
  paper: "on paper",
  phone: "by phone",
  assisted: "with help, face to face",
};

/** Whether staff enter ballots of this mode: in a numbered batch, keyed twice. */
export const isEnteredByStaff = (mode: BallotMode): boolean => mode !== "online";
