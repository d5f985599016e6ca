import { paths } from "#app/paths.ts";
import type { CountyPicture } from "./county-picture.ts";

/** The force as a picture, each neighbourhood a link. The same neighbourhoods are a list at /neighbourhoods. */
export function CountySvg({ picture, label }: { picture: CountyPicture; label: string }) {
  return (
    <svg className="sn-county" viewBox={picture.viewBox} role="group" aria-label={label}>
      {picture.areas.map(({ slug, name, tone, d }) => (
        // Out of the tab order: a hundred stops before the page goes on help nobody; the list is the way.
        <a key={slug} href={paths.neighbourhood(slug)} tabIndex={-1} aria-label={name}>
          <title>{name}</title>
          <path className={`t${tone}`} d={d} />
        </a>
      ))}
    </svg>
  );
}
