import type { FinderNeighbourhood } from "#app/domain/finder/finder.ts";
import { bboxClip } from "@turf/bbox-clip";
import { bboxAround, bboxesMeet, bboxOf } from "#geo/bbox.ts";
import { simplifyTogether } from "#geo/simplify.ts";
import { projectToSvg } from "#geo/svg-path.ts";
import type { BboxWsen, LngLat, Polygonal } from "#geo/types.ts";
import { compactPath } from "./compact-path.ts";
import { labelAreas, type AreaLabel, type View } from "./area-labels.ts";

/** One neighbourhood, or a few, with what lies around; `d` is a path in the units of `viewBox`. */
export interface LocalPicture {
  viewBox: string;
  areas: { slug: string; name: string; isHere: boolean; d: string }[];
  labels: AreaLabel[];
  point: { x: number; y: number } | null;
}

/** About as wide as it stands on a page, so that names come out in their own size. */
const widthPixels = 400;
/** Detail finer than this costs more bytes than it shows. */
const tolerancePixels = 2;
/** Round a point, as far as one knows the streets. */
const nearMetres = 600;
/** How much of the surroundings to show, as a share of the shape's size. */
const margin = 0.25;
/** The picture is never a ribbon. */
const [leastRatio, mostRatio] = [0.7, 1.2];

function viewRound(left: number, top: number, right: number, bottom: number): View {
  const [shapeWidth, shapeHeight] = [right - left, bottom - top];
  const side = margin * Math.max(shapeWidth, shapeHeight);
  const [width, height] = [shapeWidth + 2 * side, shapeHeight + 2 * side];
  const grownWidth = Math.max(width, height / mostRatio);
  const grownHeight = Math.max(height, width * leastRatio);
  return {
    left: Math.round(left - side - (grownWidth - width) / 2),
    top: Math.round(top - side - (grownHeight - height) / 2),
    width: Math.round(grownWidth),
    height: Math.round(grownHeight),
  };
}

/** Only what can be seen: a big neighbour's far side would weigh more than the page. */
function clipTo([west, south, east, north]: BboxWsen, geometry: Polygonal): Polygonal {
  const clipped = bboxClip(geometry, [west, south, east, north]).geometry;
  return clipped.type === "Polygon" || clipped.type === "MultiPolygon" ? clipped : geometry;
}

/**
 * Draws the neighbourhoods named by `here` in gold among those around them; `labelled` are the others to name.
 * `point` is a WGS84 position to mark and to look at closely, such as that of a postcode at a border.
 */
export function drawLocal(
  neighbourhoods: readonly FinderNeighbourhood[],
  here: readonly string[],
  labelled: readonly string[],
  point: LngLat | null = null,
): LocalPicture {
  const chosen = neighbourhoods.filter(({ slug }) => here.includes(slug));
  const frame =
    point === null ? bboxOf(...chosen.map(({ geometry }) => geometry)) : bboxAround(point, nearMetres);
  const [west, south, east, north] = frame;
  // Only its corners count: they say what the picture's width stands for.
  const diagonal: Polygonal = {
    type: "Polygon",
    coordinates: [
      [
        [west, south],
        [east, north],
      ],
    ],
  };
  const viewAt = (width: number) => {
    const { toXy } = projectToSvg([{ geometry: diagonal }], width);
    return { toXy, view: viewRound(...toXy(west, north), ...toXy(east, south)) };
  };
  const { toXy, view } = viewAt(widthPixels ** 2 / viewAt(widthPixels).view.width);
  const [originX, originY] = toXy(west, north);
  const [farX, farY] = toXy(east, south);
  const toLngLat = (x: number, y: number): LngLat => [
    west + ((x - originX) / (farX - originX)) * (east - west),
    north + ((y - originY) / (farY - originY)) * (south - north),
  ];

  // A little beyond the edge, so that the cut itself never shows.
  const shownWsen: BboxWsen = [
    ...toLngLat(view.left - 5, view.top + view.height + 5),
    ...toLngLat(view.left + view.width + 5, view.top - 5),
  ];
  const around = neighbourhoods.filter(({ geometry }) => bboxesMeet(bboxOf(geometry), shownWsen));
  const toleranceDegrees = (tolerancePixels * (shownWsen[2] - shownWsen[0])) / view.width;
  const simplified = simplifyTogether(around, toleranceDegrees);

  const [pointX, pointY] = point === null ? [] : toXy(...point).map(Math.round);
  return {
    viewBox: `${view.left} ${view.top} ${view.width} ${view.height}`,
    areas: around.map(({ slug, name, geometry }, index) => ({
      slug,
      name,
      isHere: here.includes(slug),
      d: compactPath(clipTo(shownWsen, simplified[index]?.geometry ?? geometry), toXy),
    })),
    labels: labelAreas(
      around.map(({ slug, name, geometry }) => {
        const isHere = here.includes(slug);
        return { slug, name, geometry, isHere, isLabelled: isHere || labelled.includes(slug) };
      }),
      view,
      toLngLat,
    ),
    point: pointX === undefined || pointY === undefined ? null : { x: pointX, y: pointY },
  };
}
