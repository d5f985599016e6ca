import { Link } from "@remix-run/react";
import type { Alternative } from "#app/domain/finder/answer.ts";
import { OtherWays } from "#app/components/other-ways.tsx";
import { inWords } from "#app/components/distance-in-words.ts";
import { useSite } from "#app/components/site/site.ts";
import { paths } from "#app/paths.ts";

/** The truth when somebody stands outside, and the next step. */
export function OutsidePosition({ nearest }: { nearest: Alternative | null }) {
  const site = useSite();
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <h1 className="govuk-heading-xl">That place is outside {site?.force?.shortName ?? "our area"}</h1>
      <p>
        Another police force looks after it. Find its neighbourhood team on{" "}
        <a className="govuk-link" href="https://www.police.uk/pu/your-area/">
          police.uk
        </a>
        .
      </p>
      {nearest === null ? null : (
        <p>
          The nearest neighbourhood of ours is{" "}
          <Link className="govuk-link" to={paths.neighbourhood(nearest.slug)}>
            {nearest.name}
          </Link>
          {nearest.distanceMetres === null ? "" : `, ${inWords(nearest.distanceMetres)} away`}.
        </p>
      )}
      <h2 className="govuk-heading-m">Not what you meant?</h2>
      <OtherWays />
    </div>
  );
}
