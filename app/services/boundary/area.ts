import type { Polygonal } from "#geo/types.ts";

/** A neighbourhood as a file gives it; nothing about it is trusted before the checks. */
export interface DeliveredArea {
  /** The force's own code. */
  code: string | null;
  name: string | null;
  /** What it is called where nobody gives a name: KML files often carry only the code. */
  nameOtherwise: string | null;
  description: string | null;
  geometry: Polygonal;
  /** For people: "feature 3 (ND04)", "entry derbyshire/ND04.kml". */
  where: string;
}

/** One that passed the checks. */
export interface CheckedArea extends DeliveredArea {
  code: string;
  name: string;
}
