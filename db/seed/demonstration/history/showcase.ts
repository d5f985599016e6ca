import { addDays, type Day } from "#app/domain/team/day.ts";
import type { Beginning } from "./tell-life.ts";

/** How many of the neighbourhoods that visitors open first have their priorities in a known state. */
export const shownPlaces = 3;

type Shown = Pick<Beginning, "ending" | "reportOn" | "isPausedOn" | "panelOn"> & { recursOn?: Day };

/**
 * What the first neighbourhoods show, by the cycle that chose it: between them, a plan at each stage and each end.
 * The others are as chance has it.
 */
const shown: readonly Readonly<Record<number, (today: Day, heldOn: Day) => Shown>>[] = [
  {
    2: (_, heldOn) => ({ ending: "few-replies", reportOn: addDays(heldOn, 110) }),
    3: () => ({ ending: "closed" }),
    4: (_, heldOn) => ({ ending: "refused-by-poll", reportOn: addDays(heldOn, 100) }),
    5: (_, heldOn) => ({ ending: "signed-off", reportOn: addDays(heldOn, 120) }),
    // Residents are asked about it now.
    6: (today) => ({ ending: "signed-off", reportOn: addDays(today, -9) }),
    // The response is under way, with one action late.
    7: (today) => ({ ending: "signed-off", reportOn: addDays(today, 40) }),
  },
  {
    4: (_, heldOn) => ({ ending: "few-replies", reportOn: addDays(heldOn, 100) }),
    5: (_, heldOn) => ({ ending: "signed-off", reportOn: addDays(heldOn, 110) }),
    // The panel votes on it now.
    6: (today) => ({ ending: "signed-off", reportOn: addDays(today, -31), panelOn: addDays(today, 6) }),
    // Residents have just returned it.
    7: (today) => ({ ending: "refused-by-poll", reportOn: addDays(today, -25) }),
  },
  {
    3: (_, heldOn) => ({ ending: "refused-by-panel", reportOn: addDays(heldOn, 95) }),
    4: () => ({ ending: "closed" }),
    // It has just come back.
    5: (today, heldOn) => ({
      ending: "recurred",
      reportOn: addDays(heldOn, 70),
      recursOn: addDays(today, -4),
    }),
    6: (today) => ({ ending: "signed-off", reportOn: addDays(today, 60), isPausedOn: today }),
    // What will be done has just been agreed.
    7: (today) => ({ ending: "signed-off", reportOn: addDays(today, 80) }),
  },
];

/** How the life of a priority goes where visitors look first; null elsewhere. */
export function shownLife(index: number, cycle: number, today: Day, heldOn: Day): Shown | null {
  if (index >= shownPlaces) return null;
  return shown[index]?.[cycle]?.(today, heldOn) ?? { ending: "signed-off", reportOn: addDays(heldOn, 110) };
}
