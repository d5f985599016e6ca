import type { FieldError } from "#app/domain/account/change.ts";
import type { Ranked } from "#app/domain/ballot/rank.ts";
import { departuresFrom } from "./departures.ts";
import { lowParticipationError, type LowParticipationAnswer } from "./low-participation.ts";
import type { MotionCount } from "./motion.ts";

/** Why the panel adopts a candidate, in the parts that every adoption must have. */
export const rationaleParts = [
  "problem",
  "voteResult",
  "evidence",
  "whyOverOthers",
  "successLooksLike",
] as const;
export type RationalePart = (typeof rationaleParts)[number];
export type Rationale = Readonly<Record<RationalePart, string>>;

export const rationaleWords: Readonly<Record<RationalePart, { label: string; missing: string }>> = {
  problem: { label: "The problem in one sentence", missing: "say in one sentence what the problem is" },
  voteResult: { label: "The result of the vote", missing: "say how the vote went" },
  evidence: { label: "The evidence", missing: "say what the evidence shows" },
  whyOverOthers: { label: "Why this over others", missing: "say why this comes before others" },
  successLooksLike: { label: "What success looks like", missing: "say how people will know it has worked" },
};

/** What the panel resolves on one candidate of the shortlist. */
export interface ItemResolution {
  candidateId: string;
  title: string;
  motion: MotionCount;
  isAdopted: boolean;
  /** Needed where it is adopted. */
  rationale: Partial<Rationale>;
  /** Needed where others that stand lower in the vote are adopted instead. */
  reasonPassedOver: string | null;
}

export interface Resolution {
  items: readonly ItemResolution[];
  /** What the panel does about a vote of few; null where enough voted or it has not said. */
  lowParticipation: LowParticipationAnswer | null;
  /** Why the panel trusts a count that more than one batch decides. */
  batchNote: string | null;
}

/** What the resolution is judged against. */
export interface ResolutionGround {
  order: readonly Pick<Ranked, "id" | "rank">[];
  /** How many more priorities may be open. */
  room: number;
  isIndicative: boolean;
  hasRunOutreach: boolean;
  needsBatchNote: boolean;
}

const isBlank = (text: string | null | undefined) => (text ?? "").trim() === "";

function itemErrors({ candidateId, title, motion, isAdopted, rationale }: ItemResolution): FieldError[] {
  if (!isAdopted) return [];
  const errors: FieldError[] = rationaleParts
    .filter((part) => isBlank(rationale[part]))
    .map((part) => ({
      field: `${part}-${candidateId}`,
      message: `${title}: ${rationaleWords[part].missing}`,
    }));
  if (!motion.isQuorate)
    errors.unshift({
      field: `motion-${candidateId}`,
      message: `${title}: too few members took part to adopt it`,
    });
  else if (!motion.isCarried)
    errors.unshift({
      field: `motion-${candidateId}`,
      message: `${title}: no majority of those voting was for it`,
    });
  return errors;
}

/** What keeps a resolution from being recorded, empty when nothing does. Adopting none is allowed, and shown as such. */
export function resolutionErrors(resolution: Resolution, ground: ResolutionGround): FieldError[] {
  const { items } = resolution;
  const adoptedIds = items.flatMap(({ isAdopted, candidateId }) => (isAdopted ? [candidateId] : []));
  const errors = items.flatMap(itemErrors);
  if (adoptedIds.length > ground.room)
    errors.push({ field: "adopted", message: roomInWords(ground.room, adoptedIds.length) });
  if (adoptedIds.some((id) => !ground.order.some((one) => one.id === id)))
    errors.push({ field: "adopted", message: "Adopt only what stood on the shortlist" });
  for (const { passedOverId } of departuresFrom(ground.order, adoptedIds)) {
    const passedOver = items.find(({ candidateId }) => candidateId === passedOverId);
    if (isBlank(passedOver?.reasonPassedOver))
      errors.push({
        field: `reason-${passedOverId}`,
        message: `Say why ${passedOver?.title ?? "a candidate"} is passed over although it stands higher in the vote`,
      });
  }
  if (ground.needsBatchNote && adoptedIds.length > 0 && isBlank(resolution.batchNote))
    errors.push({
      field: "batchNote",
      message: "More than one batch of entered ballots decides this vote: say why the panel trusts the count",
    });
  const low = lowParticipationError(resolution.lowParticipation, ground, adoptedIds.length);
  return low === null ? errors : [...errors, { field: "lowParticipation", message: low }];
}

function roomInWords(room: number, adopted: number): string {
  if (room <= 0) return "There is no room for another priority until one is closed";
  return `There is room for ${room} more: the panel adopts ${adopted}`;
}

/** What the page of the cycle says about how many were adopted. */
export function adoptedInWords(adopted: number): string {
  if (adopted === 0) return "The panel adopted no new priority";
  return adopted === 1 ? "The panel adopted 1 priority" : `The panel adopted ${adopted} priorities`;
}
