import { Link } from "@remix-run/react";
import { PriorityList } from "#app/components/priority/priority-list.tsx";
import type { PriorityCard } from "#app/domain/priority/card.ts";
import { paths } from "#app/paths.ts";

interface PrioritiesProps {
  slug: string;
  name: string;
  cards: readonly PriorityCard[];
  nextChoice: string;
}

/** What the neighbourhood chose, or that it has chosen nothing yet and when it next can. */
export function Priorities({ slug, name, cards, nextChoice }: PrioritiesProps) {
  return (
    <section aria-labelledby="priorities">
      <h2 className="govuk-heading-l" id="priorities">
        Priorities
      </h2>
      {cards.length === 0 ? (
        <p>
          {name} has no priority at the moment. {nextChoice}
        </p>
      ) : (
        <PriorityList cards={cards} />
      )}
      <p>
        <Link className="govuk-link" to={paths.neighbourhoodPriorities(slug)}>
          What was chosen before, and what was not
        </Link>
      </p>
    </section>
  );
}
