import { Link } from "@remix-run/react";
import { Tag } from "#app/components/govuk/tag.tsx";
import { momentInWords } from "#app/components/moment-in-words.ts";
import { paths } from "#app/paths.ts";

interface AdviceAskedProps {
  questions: readonly { id: string; askedAt: Date; advisedAt: Date | null }[];
}

/** What an adviser was asked: when, and whether they have answered. What it is about is on its own page. */
export const AdviceAsked = ({ questions }: AdviceAskedProps) => (
  <section>
    <h2 className="govuk-heading-m">Your advice</h2>
    {questions.length === 0 ? <p>Nobody has asked for your advice yet.</p> : null}
    <ul className="govuk-list govuk-list--spaced">
      {questions.map(({ id, askedAt, advisedAt }) => (
        <li key={id}>
          {advisedAt === null ? <Tag tone="now">To answer</Tag> : <Tag>Answered</Tag>}{" "}
          <Link className="govuk-link" to={paths.partners.advice(id)}>
            Question of {momentInWords(askedAt)}
          </Link>
        </li>
      ))}
    </ul>
  </section>
);
