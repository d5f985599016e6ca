// The fewest that a panel may be of, so that a visitor can bring one to its quorum.
const panelMembers = 8;

/** What the members of a neighbourhood's panel are called among the accounts of the demonstration. */
export const panelMembersOf = (code: string): string[] =>
  Array.from({ length: panelMembers }, (_, at) => `panel-member-${code}${at === 0 ? "" : `-${at + 1}`}`);
