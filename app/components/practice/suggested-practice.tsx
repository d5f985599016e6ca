import { Link } from "@remix-run/react";
import type { ConcernCategory } from "#app/domain/concern/categories.ts";
import { paths } from "#app/paths.ts";
import { PracticeList, type ListedPractice } from "./practice-list.tsx";

export interface SuggestedPracticeProps {
  category: ConcernCategory;
  items: readonly ListedPractice[];
}

/** What others did about the same kind of problem, for whoever begins to work on one. */
export const SuggestedPractice = ({ category, items }: SuggestedPracticeProps) => (
  <section aria-labelledby="suggested-practice">
    <h2 className="govuk-heading-m" id="suggested-practice">
      What others did about this kind of problem
    </h2>
    {items.length === 0 ? (
      <p>Nobody has written about this kind of problem yet.</p>
    ) : (
      <PracticeList items={items} />
    )}
    <p>
      <Link className="govuk-link" to={paths.practiceAbout(category)}>
        Search the practice library
      </Link>
    </p>
  </section>
);
