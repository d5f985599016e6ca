/** The most ballots in one vote of the history. */
export const mostVoters = 140;
