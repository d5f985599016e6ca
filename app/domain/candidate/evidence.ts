/** What is known of a candidate, written by staff and published with the shortlist. */
export interface EvidenceCard {
  /** The problem in one sentence. */
  problem: string | null;
  /** Distinct people who raised it. */
  raisers: number;
  /** What the figures say, and where each is from. */
  trend: { words: string; sources: readonly string[] } | null;
  /** What police and partners do about it already. */
  inHand: string | null;
  harm: string | null;
  /** Whom it affects who are seldom heard. "Nobody in particular" is an answer, nothing is none. */
  underHeard: string | null;
}

export const evidenceParts = ["problem", "trend", "sources", "inHand", "harm", "underHeard"] as const;
export type EvidencePart = (typeof evidenceParts)[number];

/** What to do about a part that is missing. */
export const evidencePartMissing: Readonly<Record<EvidencePart, string>> = {
  problem: "Say in one sentence what the problem is",
  trend: "Say what the figures show, or that there are none",
  sources: "Name where the figures are from",
  inHand: "Say what police and partners already do, or that nobody does",
  harm: "Say who is harmed and how",
  underHeard: "Say which under-heard groups it affects, or that it affects none more than others",
};

const isBlank = (text: string | null) => text === null || text.trim() === "";

/** The parts that a card still lacks. A card without any of them cannot stand on a shortlist. */
export function missingEvidence(card: EvidenceCard): EvidencePart[] {
  const isMissing: Readonly<Record<EvidencePart, boolean>> = {
    problem: isBlank(card.problem),
    trend: isBlank(card.trend?.words ?? null),
    sources: card.trend !== null && card.trend.sources.every(isBlank),
    inHand: isBlank(card.inHand),
    harm: isBlank(card.harm),
    underHeard: isBlank(card.underHeard),
  };
  return evidenceParts.filter((part) => isMissing[part]);
}

/** "12 people raised this." */
export function raisersInWords(raisers: number): string {
  if (raisers === 0) return "Nobody raised this directly";
  return raisers === 1 ? "1 person raised this" : `${raisers} people raised this`;
}
