import { Details } from "#app/components/govuk/details.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import type { Card } from "./to-card.ts";

interface CandidatesProps {
  cards: readonly Card[];
  leftOff: readonly { title: string; reason: string }[];
}

/** What can be voted for, with the evidence, and what was left off and why. */
export function Candidates({ cards, leftOff }: CandidatesProps) {
  return (
    <section aria-labelledby="candidates">
      <h2 className="govuk-heading-m" id="candidates">
        What is on the list
      </h2>
      <ol className="sn-vote__list">
        {cards.map((card) => (
          <li key={card.number} className="sn-vote__card" value={card.number}>
            <h3 className="govuk-heading-s">{card.title}</h3>
            <p>{card.statement}</p>
            <p className="sn-vote__raisers">{card.raisers}</p>
            <Details summary={`Evidence: ${card.title}`}>
              <SummaryList rows={[...card.facts, { term: "Score", value: card.score }]} />
            </Details>
          </li>
        ))}
      </ol>
      {leftOff.length === 0 ? null : (
        <Details summary="What is not on the list, and why">
          <ul className="govuk-list govuk-list--bullet">
            {leftOff.map(({ title, reason }) => (
              <li key={title}>
                {title}: {reason}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  );
}
