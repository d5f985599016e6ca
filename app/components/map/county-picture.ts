import type { FinderNeighbourhood } from "#app/domain/finder/finder.ts";
import { simplifyTogether } from "#geo/simplify.ts";
import { projectToSvg } from "#geo/svg-path.ts";
import { compactPath } from "./compact-path.ts";
import { toneAreas, type Tone } from "./tones.ts";

/** The whole force as one SVG picture; `d` is a path in the units of `viewBox`. */
export interface CountyPicture {
  viewBox: string;
  areas: { slug: string; name: string; tone: Tone; d: string }[];
}

const widthPixels = 400;
/** Two pixels or so at that width across a county: the picture keeps its face and loses its weight. */
const toleranceDegrees = 0.0045;

/** Draws every neighbourhood, light enough to stand inside a page. Costs tens of milliseconds: keep the result. */
export function drawCounty(neighbourhoods: readonly FinderNeighbourhood[]): CountyPicture {
  const simplified = simplifyTogether(neighbourhoods, toleranceDegrees);
  const tones = toneAreas(simplified);
  const { viewBox, toXy } = projectToSvg(simplified, widthPixels);
  return {
    viewBox,
    areas: neighbourhoods.map(({ slug, name, geometry }, index) => ({
      slug,
      name,
      tone: tones[index] ?? 0,
      d: compactPath(simplified[index]?.geometry ?? geometry, toXy),
    })),
  };
}
