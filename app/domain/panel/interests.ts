/** A member's declared interest in one item: they leave it to the others. */
export interface Interest {
  memberId: string;
  candidateId: string;
}

/** Who may take part in an item: a member with an interest in it neither votes nor counts as present for it. */
export function freeOfInterest(
  memberIds: readonly string[],
  interests: readonly Interest[],
  candidateId: string,
): string[] {
  const declared = new Set(
    interests.flatMap((one) => (one.candidateId === candidateId ? [one.memberId] : [])),
  );
  return memberIds.filter((id) => !declared.has(id));
}

/** How many declared an interest in an item, for the public record; never who, nor what it was. */
export function interestsInWords(interests: readonly Interest[], candidateId: string): string {
  const declared = new Set(
    interests.flatMap((one) => (one.candidateId === candidateId ? [one.memberId] : [])),
  ).size;
  if (declared === 0) return "No interests were declared";
  return declared === 1
    ? "1 member declared an interest and took no part"
    : `${declared} members declared an interest and took no part`;
}
