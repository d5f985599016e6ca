import { lngLatOf, ringsOf } from "#geo/rings.ts";
import type { Polygonal } from "#geo/types.ts";

type ToXy = (lng: number, lat: number) => readonly [x: number, y: number];

const pair = (x: number, y: number) => (y < 0 ? `${x}${y}` : `${x} ${y}`);

/**
 * The `d` of an SVG path in whole units of the picture, each step relative to the last: a third of the bytes of
 * absolute coordinates, and shared borders still meet because both sides round the same positions.
 */
export function compactPath(geometry: Polygonal, toXy: ToXy): string {
  return ringsOf(geometry)
    .map((ring) => {
      let d = "";
      let steps = 0;
      let [lastX, lastY] = [0, 0];
      for (const position of ring) {
        const [x, y] = toXy(...lngLatOf(position)).map(Math.round);
        if (x === undefined || y === undefined || (steps > 0 && x === lastX && y === lastY)) continue;
        const step = pair(x - lastX, y - lastY);
        d +=
          steps === 0
            ? `M${pair(x, y)}`
            : steps === 1 || !step.startsWith("-")
              ? `${steps === 1 ? "l" : " "}${step}`
              : step;
        [lastX, lastY] = [x, y];
        steps++;
      }
      return steps > 2 ? `${d}z` : "";
    })
    .join("");
}
