import type { Day } from "#app/domain/team/day.ts";

/** A post as its duties need it. */
export interface DutyPost {
  id: string;
  reference: string;
  kind: "sergeant" | "pc" | "pcso";
  fullTimeEquivalent: number;
  /** Its place in its team: who starts the rota in which week. */
  at: number;
  /** The one that it serves most first. */
  neighbourhoodIds: readonly string[];
  /** When somebody held it, in days as numbers, the last one included; null while it lasts. */
  held: readonly { from: number; to: number | null }[];
}

/** A team as its duties need it. */
export interface DutyTeam {
  id: string;
  code: string;
  bcuCode: string;
  posts: readonly DutyPost[];
  neighbourhoodIds: readonly string[];
  /** Of whom confirms; null where nobody can sign in. */
  sergeantId: string | null;
  inspectorId: string | null;
}

/** A priority that can go without because of an abstraction, and when it was worked on. */
export interface DutyPriority {
  id: string;
  neighbourhoodId: string;
  from: Day;
  /** The last day; null while it lasts. */
  to: Day | null;
}
