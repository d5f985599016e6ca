import type { PlaceOnMap } from "#app/domain/priority/overview-map.ts";
import { paths } from "#app/paths.ts";

interface OverviewSvgProps {
  viewBox: string;
  shapes: readonly { slug: string; d: string }[];
  places: readonly PlaceOnMap[];
  isLate: boolean;
  label: string;
}

const darkest = 3;

/** The force by number of priorities; what it shows stands in the table before it. */
export function OverviewSvg({ viewBox, shapes, places, isLate, label }: OverviewSvgProps) {
  const placeOf = new Map(places.map((place) => [place.slug, place]));
  return (
    <figure className="sn-overview-map">
      <svg className="sn-county" viewBox={viewBox} role="group" aria-label={label}>
        {shapes.map(({ slug, d }) => {
          const place = placeOf.get(slug);
          // Not the reader's: drawn, so that the rest lies where it lies.
          if (place === undefined) return <path key={slug} className="elsewhere" d={d} />;
          const { name, open, late } = place;
          const words = `${name}: ${open} open, ${late} late`;
          return (
            // Out of the tab order: the table is the way.
            <a
              key={slug}
              href={paths.staff.prioritiesOf(`neighbourhood:${slug}`)}
              tabIndex={-1}
              aria-label={words}
            >
              <title>{words}</title>
              <path className={`n${Math.min(darkest, isLate ? late : open)}`} d={d} />
            </a>
          );
        })}
      </svg>
      <figcaption>
        <ul className="sn-overview-map__key">
          {["None", "1", "2", "3 or more"].map((words, index) => (
            <li key={words} className={`n${index}`}>
              {words}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
