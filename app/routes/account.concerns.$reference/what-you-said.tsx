import { Link } from "@remix-run/react";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { paths } from "#app/paths.ts";

interface WhatYouSaidProps {
  reference: string;
  isPublished: boolean;
  mergedInto: string | null;
  words: string | null;
  placeWords: string | null;
  whenWords: string | null;
  effectWords: string | null;
}

/** A resident's own words, for themselves alone, and where the public summary stands. */
export function WhatYouSaid({ reference, isPublished, mergedInto, ...said }: WhatYouSaidProps) {
  const rows = [
    { term: "What worries you", value: said.words },
    { term: "Where", value: said.placeWords },
    { term: "When", value: said.whenWords },
    { term: "How it affects people", value: said.effectWords },
  ].filter(({ value }) => value !== null);
  const publicReference = mergedInto ?? (isPublished ? reference : null);
  return (
    <section aria-labelledby="said">
      <h2 className="govuk-heading-m" id="said">
        What you told us
      </h2>
      {rows.length === 0 ? (
        <p>We have erased your words, as we said we would.</p>
      ) : (
        <SummaryList rows={rows} />
      )}
      {publicReference === null ? null : (
        <p>
          Others read a summary that staff wrote:{" "}
          <Link className="govuk-link" to={paths.concern(publicReference)}>
            {publicReference}
          </Link>
          .
        </p>
      )}
    </section>
  );
}
