import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { marksOf, type StoredMarks } from "#app/domain/candidate/card.ts";
import { criteria, criterionWords, scoreInWords, scoreOf } from "#app/domain/candidate/score.ts";
import type { StoredCandidate } from "./use-candidate-forms.ts";

const nothing = "Nothing is written here";

function placeInWords({ isShortlisted, leftOffReason }: StoredCandidate): string {
  if (isShortlisted === null) return "Not decided";
  return isShortlisted ? "On the shortlist" : `Left off: ${leftOffReason ?? "no reason is on record"}`;
}

interface CardToReadProps {
  candidate: StoredCandidate & StoredMarks;
  why: string;
}

/** A candidate's card, marks and place where they cannot be changed, and why not. */
export function CardToRead({ candidate, why }: CardToReadProps) {
  const marks = marksOf(candidate);
  return (
    <>
      <InsetText>{why}</InsetText>
      <h2 className="govuk-heading-m">Card</h2>
      <SummaryList
        rows={[
          { term: "The problem", value: candidate.statement },
          { term: "What the figures show", value: candidate.trendWords ?? nothing },
          { term: "Where the figures are from", value: candidate.trendSource ?? nothing },
          { term: "What police and partners already do", value: candidate.partnersWords ?? nothing },
          { term: "Who is harmed, and how", value: candidate.harmWords ?? nothing },
          { term: "Whom it affects who are seldom heard", value: candidate.underHeardWords ?? nothing },
        ]}
      />
      <h2 className="govuk-heading-m">Marks</h2>
      <SummaryList
        rows={[
          ...criteria.map((criterion) => ({
            term: criterionWords[criterion].name,
            value: marks[criterion] ?? "Not marked",
          })),
          { term: "Score", value: scoreInWords(scoreOf(marks)) },
        ]}
      />
      <h2 className="govuk-heading-m">Shortlist</h2>
      <p>{placeInWords(candidate)}</p>
    </>
  );
}
