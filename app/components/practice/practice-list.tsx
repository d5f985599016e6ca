import { Link } from "@remix-run/react";
import { Tag } from "#app/components/govuk/tag.tsx";
import { categoryWords, type ConcernCategory } from "#app/domain/concern/categories.ts";
import { evaluatedInWords } from "#app/domain/practice/practice.ts";
import { paths } from "#app/paths.ts";

export interface ListedPractice {
  slug: string;
  category: ConcernCategory;
  title: string;
  problem: string;
  evaluatedBy: string | null;
  year: number;
}

const mostLetters = 180;

/** The beginning of a text, to its last whole word. */
const beginningOf = (words: string): string =>
  words.length <= mostLetters ? words : `${words.slice(0, mostLetters).replace(/\s+\S*$/, "")}…`;

/** Entries of the practice library, each with what it is about. */
export const PracticeList = ({ items }: { items: readonly ListedPractice[] }) => (
  <ul className="govuk-list sn-found-list">
    {items.map(({ slug, category, title, problem, evaluatedBy, year }) => (
      <li key={slug}>
        <Link className="govuk-link sn-found-list__title" to={paths.practiceItem(slug)}>
          {title}
        </Link>{" "}
        <Tag tone={evaluatedBy === null ? "plain" : "good"}>{evaluatedInWords(evaluatedBy)}</Tag>
        <br />
        {beginningOf(problem)}
        <br />
        <span className="sn-quiet">
          {categoryWords[category].name}, {year}
        </span>
      </li>
    ))}
  </ul>
);
