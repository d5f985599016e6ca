import { Link } from "@remix-run/react";
import type { EditionLabel } from "#app/domain/edition/edition.ts";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { EditionLine } from "#app/components/edition-line.tsx";
import { paths } from "#app/paths.ts";
import type { Placement } from "#db/queries/structure.ts";

interface AboutAreaProps {
  slug: string;
  code: string;
  district: { name: string; slug: string | null } | null;
  placement: Placement | null;
  edition: EditionLabel;
}

/** Where the neighbourhood stands in the force, and where its boundary comes from. */
export function AboutArea({ slug, code, district, placement, edition }: AboutAreaProps) {
  const rows = [
    ...(district === null ? [] : [{ term: "Council", value: district.name }]),
    ...(placement === null
      ? []
      : [
          { term: "Team", value: placement.team.name },
          { term: "Section", value: placement.section.name },
          { term: "Division (BCU)", value: placement.bcu.name },
        ]),
    { term: "Code", value: code },
  ];
  return (
    <section aria-labelledby="about">
      <h2 className="govuk-heading-m" id="about">
        About this area
      </h2>
      <SummaryList rows={rows} />
      <p>
        <Link className="govuk-link" to={paths.incidents(slug)}>
          Recorded incidents by month
        </Link>
      </p>
      <p className="sn-quiet sn-small">
        <EditionLine edition={edition} />{" "}
        <Link className="govuk-link" to={paths.attribution()}>
          Sources and licences
        </Link>
      </p>
    </section>
  );
}
