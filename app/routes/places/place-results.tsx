import { Link } from "@remix-run/react";
import type { PlaceMatch } from "#app/domain/finder/finder.ts";
import { paths } from "#app/paths.ts";

export function PlaceResults({ words, matches }: { words: string; matches: readonly PlaceMatch[] }) {
  if (matches.length === 0) {
    return (
      <>
        <h2 className="govuk-heading-m">We found no place like “{words}”</h2>
        <p>Try a town or village nearby, or only the first part of the name.</p>
      </>
    );
  }
  return (
    <>
      <h2 className="govuk-heading-m">
        {matches.length} {matches.length === 1 ? "place" : "places"} like “{words}”
      </h2>
      <ul className="sn-results">
        {matches.map((match) => (
          <li key={`${match.kind} ${match.name} ${match.lng} ${match.lat}`}>
            <PlaceResult match={match} />
          </li>
        ))}
      </ul>
    </>
  );
}

function PlaceResult({ match: { name, kind, district, neighbourhood } }: { match: PlaceMatch }) {
  const where = district === null ? "" : `, ${district}`;
  if (neighbourhood === null) {
    return (
      <>
        <span className="sn-results__name">{name}</span>
        <span className="sn-quiet">
          {kind}
          {where}. Outside the force area.
        </span>
      </>
    );
  }
  return (
    <>
      <Link className="govuk-link sn-results__name" to={paths.neighbourhood(neighbourhood.slug)}>
        {name}
      </Link>
      <span className="sn-quiet">
        {kind === "neighbourhood" ? `Neighbourhood${where}` : `In ${neighbourhood.name}${where}`}
      </span>
    </>
  );
}
