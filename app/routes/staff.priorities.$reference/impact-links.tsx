import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";

interface ImpactLinksProps {
  /** Of the priority. */
  reference: string;
  assessments: readonly string[];
  mayOpen: boolean;
}

/** The way to how the problem is felt in its community, for whoever reads that: references, and nothing of what they say. */
export const ImpactLinks = ({ reference, assessments, mayOpen }: ImpactLinksProps) => (
  <>
    {assessments.map((impact) => (
      <li key={impact}>
        <Link className="govuk-link" to={paths.tasking.impact(impact)}>
          Community impact assessment {impact}
        </Link>
      </li>
    ))}
    {mayOpen ? (
      <li>
        <Link
          className="govuk-link"
          to={paths.tasking.newImpact(new URLSearchParams({ priority: reference }).toString())}
        >
          Open a community impact assessment
        </Link>
      </li>
    ) : null}
  </>
);
