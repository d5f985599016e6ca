import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { UseMyLocation } from "./use-my-location.tsx";

/** The ways in for whoever has no postcode to hand. */
export function OtherWays() {
  return (
    <div className="sn-other-ways">
      <p>
        or{" "}
        <Link className="govuk-link" to={paths.placeSearch()}>
          search a place
        </Link>
        ,{" "}
        <Link className="govuk-link" to={paths.neighbourhoods()}>
          choose from a list
        </Link>
        ,{" "}
        <Link className="govuk-link" to={paths.map()}>
          use the map
        </Link>
      </p>
      <UseMyLocation />
    </div>
  );
}
