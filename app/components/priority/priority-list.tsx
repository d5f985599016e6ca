import { Link } from "@remix-run/react";
import type { PriorityCard } from "#app/domain/priority/card.ts";
import { paths } from "#app/paths.ts";
import { StateTag } from "./state-tag.tsx";

const headings = { 2: "h2", 3: "h3", 4: "h4" } as const;

/** Priorities one under another: what each is, where it stands, how it was chosen and how it ended. */
export function PriorityList({ cards, level = 3 }: { cards: readonly PriorityCard[]; level?: 2 | 3 | 4 }) {
  const Heading = headings[level];
  return (
    <ul className="sn-priorities">
      {cards.map(({ reference, title, state, stateWords, chosen, result, remarks }) => (
        <li key={reference} className="sn-priorities__one">
          <Heading className="govuk-heading-s sn-priorities__title">
            <Link className="govuk-link" to={paths.priority(reference)}>
              {title}
            </Link>
          </Heading>
          <p>
            <StateTag state={state} words={stateWords} />
          </p>
          <p>{chosen}</p>
          {result === null ? null : <p>{result}</p>}
          {remarks.map((words) => (
            <p key={words} className="sn-quiet">
              {words}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
