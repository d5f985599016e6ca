import { createAreaIndex } from "#geo/which-area.ts";
import type { Polygonal } from "#geo/types.ts";
import { letterPixels, placeLabels, type WantedLabel } from "./label-placement.ts";

/** A name and the middle of what can be seen of its area, in the units of the picture. */
export interface AreaLabel {
  slug: string;
  x: number;
  y: number;
  words: string;
  isHere: boolean;
}

export interface LabelledArea {
  slug: string;
  name: string;
  geometry: Polygonal;
  isHere: boolean;
  isLabelled: boolean;
  /** How many times its own width the name may take: a district is known, and may be written across its borders. */
  mayOverhang?: number;
}

export interface View {
  left: number;
  top: number;
  width: number;
  height: number;
}

const samplesAcross = 24;
/** An area with less than this share of the picture goes unnamed. */
const leastShare = 0.02;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Names the areas of a picture where they can be seen: what is cut off by its edge counts for nothing. */
export function labelAreas(
  areas: readonly LabelledArea[],
  view: View,
  toLngLat: (x: number, y: number) => readonly [lng: number, lat: number],
): AreaLabel[] {
  const index = createAreaIndex(areas);
  const seen = areas.map((): { x: number; y: number }[] => []);
  for (let row = 0; row < samplesAcross; row++) {
    for (let column = 0; column < samplesAcross; column++) {
      const x = view.left + ((column + 0.5) / samplesAcross) * view.width;
      const y = view.top + ((row + 0.5) / samplesAcross) * view.height;
      seen[index.find(...toLngLat(x, y))]?.push({ x, y });
    }
  }
  const wanted = areas.flatMap((area, at): (AreaLabel & WantedLabel)[] => {
    const samples = seen[at] ?? [];
    if (!area.isLabelled || samples.length < (leastShare / (area.mayOverhang ?? 1) ** 2) * samplesAcross ** 2)
      return [];
    const middle = { x: mean(samples.map(({ x }) => x)), y: mean(samples.map(({ y }) => y)) };
    // The middle of a crescent lies outside it: the nearest sample that is inside stands for it.
    const away = (sample: { x: number; y: number }) => Math.hypot(sample.x - middle.x, sample.y - middle.y);
    const { x, y } = samples.reduce((best, sample) => (away(sample) < away(best) ? sample : best));
    const roomPixels =
      (samples.filter((sample) => sample.y === y).length / samplesAcross) *
      view.width *
      (area.mayOverhang ?? 1);
    const half = (area.name.length * letterPixels) / 2;
    const inside = Math.min(Math.max(x, view.left + half), view.left + view.width - half);
    const { slug, name: words, isHere } = area;
    return [{ slug, words, isHere, x: Math.round(inside), y: Math.round(y), roomPixels, isFirst: isHere }];
  });
  return placeLabels(wanted).map(({ slug, x, y, words, isHere }) => ({ slug, x, y, words, isHere }));
}
