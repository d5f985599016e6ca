import type { Position } from "geojson";
import { bboxOf } from "./bbox.ts";
import { metresPerDegree, metresPerDegreeOfLongitude } from "./distance.ts";
import { lngLatOf, ringsOf } from "./rings.ts";
import type { Polygonal } from "./types.ts";

/** Areas drawn on one sheet, and the way from degrees to it. */
export interface SvgProjection {
  /** "0 0 width height", in pixels. */
  viewBox: string;
  /** The `d` of one path for each area, in the order given; fill it with the even-odd rule. */
  paths: string[];
  /** Where a WGS84 position is on the sheet: right and down from its top left corner, to tenths. */
  toXy: (lng: number, lat: number) => [x: number, y: number];
}

const inTenths = (pixels: number) => Math.round(pixels * 10) / 10;

/** "12.5-3" for 12.5, -3: the sign parts the numbers. */
const pair = (x: number, y: number) => `${x}${y < 0 ? "" : " "}${y}`;

/** A closed ring in steps from each corner to the next, which are short; corners that fall together are drawn once. */
function pathOfRing(ring: readonly Position[], toXy: SvgProjection["toXy"]): string {
  const corners = ring.slice(0, -1).map((position) => toXy(...lngLatOf(position)));
  let path = "";
  let [fromX, fromY] = [0, 0];
  for (const [at, [x, y]] of corners.entries()) {
    if (at === 0) path += `M${pair(x, y)}`;
    // The difference of two tenths is rounded again, or 0.1 + 0.2 would be written out.
    else if (x !== fromX || y !== fromY) path += `l${pair(inTenths(x - fromX), inTenths(y - fromY))}`;
    [fromX, fromY] = [x, y];
  }
  return path === "" ? "" : `${path}z`;
}

/**
 * Draws areas to fill a width: equirectangular at their mean latitude, north up, true in shape for a county. Simplify
 * first; the paths hold every position that differs by a tenth of a pixel.
 * @throws RangeError when the areas have no extent or the width is not positive
 */
export function projectToSvg(areas: readonly { geometry: Polygonal }[], widthPixels: number): SvgProjection {
  const [west, south, east, north] = bboxOf(...areas.map(({ geometry }) => geometry));
  if (!(east > west) || !(north > south) || !(widthPixels > 0)) {
    throw new RangeError(
      `Nothing to draw ${widthPixels} pixels wide from ${[west, south, east, north].join(", ")}`,
    );
  }
  const pixelsPerLng = widthPixels / (east - west);
  const pixelsPerLat = (pixelsPerLng * metresPerDegree) / metresPerDegreeOfLongitude((south + north) / 2);
  const toXy = (lng: number, lat: number): [number, number] => [
    inTenths((lng - west) * pixelsPerLng),
    inTenths((north - lat) * pixelsPerLat),
  ];
  return {
    viewBox: `0 0 ${widthPixels} ${inTenths((north - south) * pixelsPerLat)}`,
    paths: areas.map(({ geometry }) =>
      ringsOf(geometry)
        .map((ring) => pathOfRing(ring, toXy))
        .join(""),
    ),
    toXy,
  };
}
