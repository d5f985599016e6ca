import type { Settings } from "#app/domain/settings/settings.ts";

/** How many of a panel's voting members must take part: the greater of the least and the share, rounded up. */
export const quorumOf = (
  votingMembers: number,
  { quorumLeast, quorumPercent }: Pick<Settings, "quorumLeast" | "quorumPercent">,
): number => Math.max(quorumLeast, Math.ceil((votingMembers * quorumPercent) / 100));

/** Who decides at a meeting: after so many without a quorum, KIN members of the neighbourhood are invited to stand in. */
export const standInsAreInvited = (
  meetingsWithoutQuorum: number,
  { inquorateMeetings }: Pick<Settings, "inquorateMeetings">,
): boolean => meetingsWithoutQuorum >= inquorateMeetings;
