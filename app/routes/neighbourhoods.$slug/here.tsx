import { Link } from "@remix-run/react";
import type { FoundNeighbourhood } from "#app/domain/finder/answer.ts";
import type { LocalPicture } from "#app/components/map/local-picture.ts";
import { LocalSvg } from "#app/components/map/local-svg.tsx";
import { MapShell } from "#app/components/map/map-shell.tsx";
import { paths } from "#app/paths.ts";

interface HereProps {
  slug: string;
  name: string;
  neighbours: readonly FoundNeighbourhood[];
  picture: LocalPicture;
  version: string;
  mapTiles: { url: string; attribution: string } | null;
}

/** The boundary as a picture, and what it shows as a list. */
export function Here({ slug, name, neighbours, picture, version, mapTiles }: HereProps) {
  return (
    <section aria-labelledby="near">
      <MapShell
        here={slug}
        version={version}
        tiles={mapTiles}
        label={`Map of ${name}`}
        picture={<LocalSvg picture={picture} label={`The boundary of ${name} among its neighbours`} />}
      />
      <h2 className="govuk-heading-m" id="near">
        What is near
      </h2>
      {neighbours.length === 0 ? (
        <p>No other neighbourhood of ours lies next to {name}.</p>
      ) : (
        <ul className="govuk-list sn-near">
          {neighbours.map((neighbour) => (
            <li key={neighbour.slug}>
              <Link className="govuk-link" to={paths.neighbourhood(neighbour.slug)}>
                {neighbour.name}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
