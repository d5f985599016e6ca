import { Link } from "@remix-run/react";
import { PriorityList } from "#app/components/priority/priority-list.tsx";
import { NextPage } from "#app/components/staff/next-page.tsx";
import { daysInWords } from "#app/domain/account/day-words.ts";
import type { PriorityCard } from "#app/domain/priority/card.ts";
import { paths } from "#app/paths.ts";

interface HistoryProps {
  slug: string;
  cycles: readonly {
    number: number;
    startsOn: string;
    endsOn: string;
    /** Its last day is still to come. */
    isRunning: boolean;
    cards: readonly PriorityCard[];
  }[];
  /** How those that are over ended, in words; null where none is. */
  ended: string | null;
  earlier: string | null;
}

/** What was chosen in each round, the newest first. */
export function History({ slug, cycles, ended, earlier }: HistoryProps) {
  return (
    <section aria-labelledby="history">
      <h2 className="govuk-heading-l" id="history">
        Round by round
      </h2>
      {ended === null ? null : <p>So far {ended}</p>}
      {cycles.length === 0 ? <p>No round has begun here yet.</p> : null}
      {cycles.map(({ number, startsOn, endsOn, isRunning, cards }) => (
        <section key={number} className="sn-round" aria-labelledby={`round-${number}`}>
          <h3 className="govuk-heading-m" id={`round-${number}`}>
            Round {number}: {daysInWords(startsOn, endsOn)}
          </h3>
          {cards.length === 0 ? (
            <p>{isRunning ? "This round is running. Nothing is chosen yet." : "Nothing was chosen in it."}</p>
          ) : (
            <PriorityList cards={cards} level={4} />
          )}
          <p>
            <Link className="govuk-link" to={paths.cycle(slug, number)}>
              {isRunning ? "The dates and the list" : "The vote and the decisions"} of round {number}
            </Link>
          </p>
        </section>
      ))}
      <NextPage to={earlier} words="Earlier rounds" />
    </section>
  );
}
