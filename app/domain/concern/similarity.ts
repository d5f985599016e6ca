import { distanceMetres } from "#geo/distance.ts";
import type { LngLat } from "#geo/types.ts";
import type { ConcernCategory } from "./categories.ts";
import { plainText } from "./detection/plain-text.ts";
import { stemsOf } from "./stem.ts";

/** A concern as far as it has been typed. */
export interface ConcernDraft {
  category: ConcernCategory | null;
  position: LngLat | null;
  words: string;
}

/** A published concern: `words` are its title and the summary that staff wrote. */
export interface SimilarCandidate {
  id: string;
  category: ConcernCategory;
  position: LngLat | null;
  words: string;
}

/** Beyond this it is another place. */
const farthestMetres = 1_500;
/** Under this share of all that could agree, two concerns are not shown as alike. */
const leastScore = 0.4;
const weights = { category: 3, distance: 3, words: 4 } as const;
/** A draft of one word that agrees is not yet a match of all its words. */
const fewestStems = 3;
// Bounds the work on each keystroke; a long text says what it is about in its beginning.
const mostLooked = 600;

const stemsIn = (text: string) => stemsOf(plainText(text.slice(0, mostLooked)).lower.match(/[a-z]+/g) ?? []);

/** What is asked of a pair of concerns: how far they agree, from 0 to 1, and how much that weighs. */
interface Agreement {
  weight: number;
  value: number;
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((stem) => other.has(stem)).length;
  return Math.min(1, shared / Math.max(fewestStems, Math.min(one.size, other.size)));
}

/** How alike two concerns are, from 0 to 1, over what is known of both. 0 where they are too far apart. */
function score(draft: ConcernDraft, stems: ReadonlySet<string>, candidate: SimilarCandidate): number {
  const isSameCategory = draft.category === candidate.category;
  const wordsAlike = overlap(stems, stemsIn(candidate.words));
  // To be near is not to be alike: the category or a word must agree, and a category is not enough by itself.
  if (!isSameCategory && wordsAlike === 0) return 0;
  const agreements: Agreement[] = [];
  if (draft.category !== null) agreements.push({ weight: weights.category, value: isSameCategory ? 1 : 0 });
  if (draft.position !== null && candidate.position !== null) {
    const metres = distanceMetres(draft.position, candidate.position);
    if (metres > farthestMetres) return 0;
    agreements.push({ weight: weights.distance, value: 1 - metres / farthestMetres });
  }
  if (stems.size > 0) agreements.push({ weight: weights.words, value: wordsAlike });
  if (agreements.length < 2 && stems.size === 0) return 0;
  const total = agreements.reduce((sum, { weight }) => sum + weight, 0);
  return agreements.reduce((sum, { weight, value }) => sum + weight * value, 0) / total;
}

/** The published concerns most like a draft, the most alike first; the same draft gives the same list. */
export function similarTo<Candidate extends SimilarCandidate>(
  draft: ConcernDraft,
  candidates: readonly Candidate[],
  most: number,
): Candidate[] {
  const stems = stemsIn(draft.words);
  return candidates
    .map((candidate) => ({ candidate, score: score(draft, stems, candidate) }))
    .filter((one) => one.score >= leastScore)
    .sort((one, other) => other.score - one.score || (one.candidate.id < other.candidate.id ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}
