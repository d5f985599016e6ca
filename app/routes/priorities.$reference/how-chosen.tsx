import { Link } from "@remix-run/react";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { paths } from "#app/paths.ts";

export interface HowChosenProps {
  sentences: readonly string[];
  quorum: { needed: number; present: number | null } | null;
  rationale: {
    problem: string | null;
    voteWords: string | null;
    evidence: string | null;
    whyOverOthers: string | null;
    success: string | null;
  } | null;
  /** The round it was chosen in. */
  cycle: { slug: string; number: number } | null;
}

/** How a priority came to be: who raised it, how the vote went, who decided and why. */
export function HowChosen({ sentences, quorum, rationale, cycle }: HowChosenProps) {
  const parts = [
    { term: "The problem", value: rationale?.problem },
    { term: "The vote", value: rationale?.voteWords },
    { term: "The evidence", value: rationale?.evidence },
    { term: "Why this over others", value: rationale?.whyOverOthers },
    { term: "What success looks like", value: rationale?.success },
  ];
  const rows = parts.flatMap(({ term, value }) => (value == null ? [] : [{ term, value }]));
  return (
    <>
      <h3 className="govuk-heading-m">How it was chosen</h3>
      <ul className="govuk-list govuk-list--bullet">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {quorum === null ? null : (
          <li>
            {quorum.present === null ? "" : `${quorum.present} took part. `}
            {quorum.needed} were needed to decide.
          </li>
        )}
      </ul>
      {rows.length === 0 ? null : (
        <>
          <h3 className="govuk-heading-m">What the panel said</h3>
          <SummaryList rows={rows} />
        </>
      )}
      {cycle === null ? null : (
        <p>
          <Link className="govuk-link" to={paths.cycle(cycle.slug, cycle.number)}>
            The whole vote of round {cycle.number}
          </Link>
        </p>
      )}
    </>
  );
}
