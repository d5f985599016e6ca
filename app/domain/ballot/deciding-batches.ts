import { orderOf, type Candidate, type CountedBallot } from "./tally.ts";

/** How far ballots entered by staff decide what comes first. */
export interface BatchInfluence {
  /** Batches without any one of which the first places would be others, in the order of their ids. */
  deciding: readonly string[];
  /** Whether the first places would be others without all batches together. */
  decideTogether: boolean;
  /** More than one batch decides, so the panel must write down why it trusts the count. */
  needsPanelNote: boolean;
}

/** Which batches change the first `places` of the order, the ones the panel has room for. */
export function decidingBatches(
  ballots: readonly CountedBallot[],
  candidates: readonly Candidate[],
  places: number,
): BatchInfluence {
  const firstPlaces = (some: readonly CountedBallot[]) =>
    orderOf(some, candidates)
      .filter(({ rank }) => rank <= places)
      .map(({ id, rank }) => `${rank} ${id}`)
      .join("\n");
  const outcome = firstPlaces(ballots);
  const batchIds = new Set(ballots.flatMap(({ batchId }) => (batchId === null ? [] : [batchId])));
  const deciding = [...batchIds]
    .filter((id) => firstPlaces(ballots.filter(({ batchId }) => batchId !== id)) !== outcome)
    .sort();
  const decideTogether = firstPlaces(ballots.filter(({ batchId }) => batchId === null)) !== outcome;
  return {
    deciding,
    decideTogether,
    needsPanelNote: deciding.length > 1 || (deciding.length === 0 && decideTogether),
  };
}
