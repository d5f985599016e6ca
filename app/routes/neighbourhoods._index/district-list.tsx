import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import type { ListedDistrict } from "./group-by-district.ts";

export function DistrictList({ districts }: { districts: readonly ListedDistrict[] }) {
  if (districts.length === 0) {
    return (
      <p>
        No neighbourhood has that in its name. It may go by another: try{" "}
        <Link className="govuk-link" to={paths.placeSearch()}>
          searching for a place
        </Link>
        .
      </p>
    );
  }
  return (
    <div className="sn-districts">
      {districts.map(({ name, slug, neighbourhoods }) => (
        <section key={slug} className="sn-districts__one" aria-labelledby={slug}>
          <h2 className="govuk-heading-m" id={slug}>
            {name}
          </h2>
          <ul className="govuk-list">
            {neighbourhoods.map((neighbourhood) => (
              <li key={neighbourhood.slug}>
                <Link className="govuk-link" to={paths.neighbourhood(neighbourhood.slug)}>
                  {neighbourhood.name}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
