import { dayInWords } from "#app/domain/account/day-words.ts";
import { ballotModes, ballotModeWords } from "#app/domain/ballot/modes.ts";
import { tieInWords } from "#app/domain/ballot/rank.ts";
import { scoreInWords, scoreOf } from "#app/domain/candidate/score.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { marksOf } from "#db/queries/priority-record.ts";
import type { CertifiedTally, PublishedCandidate } from "#db/queries/public-cycle.ts";

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

/** What the page says of a certified count. */
export function resultOf(
  { counted, quarantined, isLowParticipation, certifiedAt, result, seal }: CertifiedTally,
  candidates: readonly PublishedCandidate[],
  ballotsPath: string,
) {
  const titleOf = new Map(candidates.map(({ id, title }) => [id, title]));
  return {
    ballots: counted,
    quarantined,
    isLowParticipation,
    certifiedOn: dayInWords(londonDay(certifiedAt)),
    modes: ballotModes
      .filter((mode) => result.modes[mode] > 0)
      .map((mode) => ({ words: ballotModeWords[mode], ballots: result.modes[mode] })),
    rows: result.rows.map(({ id, votes, votesWithQuarantined, rank, tieBrokenBy }) => ({
      id,
      title: titleOf.get(id) ?? "",
      votes,
      votesWithQuarantined,
      rank,
      tie: tieInWords({ tieBrokenBy }),
    })),
    seal,
    ballotsPath,
  };
}
