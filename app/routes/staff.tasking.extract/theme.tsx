import { Link } from "@remix-run/react";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { categoryWords } from "#app/domain/concern/categories.ts";
import { priorityStateWords } from "#app/domain/priority/states.ts";
import { outcomeInWords, type ExtractTheme } from "#app/domain/tasking/extract.ts";
import { paths } from "#app/paths.ts";

/** One theme: each live priority, and what has worked. */
export const Theme = ({ theme, lines, practice, outcomes }: ExtractTheme) => (
  <section id={theme}>
    <h2 className="govuk-heading-m">{categoryWords[theme].name}</h2>
    <DataTable
      caption={`Live priorities: ${categoryWords[theme].name}`}
      isCaptionHidden
      columns={["Priority", "Where", "Partnership", "Stage", "Days open"]}
      rows={lines.map(({ reference, title, place, partnership, state, days }) => ({
        key: reference,
        cells: [
          <Link key="priority" className="govuk-link" to={paths.priority(reference)}>
            {reference}: {title}
          </Link>,
          place,
          partnership.name,
          priorityStateWords[state],
          days,
        ],
      }))}
    />
    <h3 className="govuk-heading-s">What has worked</h3>
    {practice.length + outcomes.length === 0 ? <p>Nothing is written down of this theme yet.</p> : null}
    <ul className="govuk-list govuk-list--bullet">
      {practice.map(({ slug, title }) => (
        <li key={slug}>
          <Link className="govuk-link" to={paths.practiceItem(slug)}>
            {title}
          </Link>
        </li>
      ))}
      {outcomes.map((outcome) => (
        <li key={outcome.reference}>
          <Link className="govuk-link" to={paths.priority(outcome.reference)}>
            {outcome.title}
          </Link>{" "}
          was signed off: {outcomeInWords(outcome)}
        </li>
      ))}
    </ul>
    <p className="sn-no-print">
      <a className="govuk-link" href="#themes">
        Back to the themes
      </a>
    </p>
  </section>
);
