import { scoreInWords, scoreOf } from "#app/domain/candidate/score.ts";
import { marksOf } from "#db/queries/priority-record.ts";
import type { PublishedCandidate } from "#db/queries/public-cycle.ts";

/** What the page says of each candidate, those of the ballot paper and those left off. */
export const shortlistOf = (candidates: readonly PublishedCandidate[]) => ({
  candidates: candidates
    .filter(({ isShortlisted }) => isShortlisted)
    .map(({ number, title, statement, raisers, marks, became }) => ({
      number,
      title,
      statement,
      raisers,
      score: scoreInWords(scoreOf(marksOf(marks))),
      became,
    })),
  leftOff: candidates.flatMap(({ isShortlisted, title, leftOffReason }) =>
    isShortlisted ? [] : [{ title, reason: leftOffReason ?? "No reason is on record." }],
  ),
});
