import type { Day } from "#app/domain/team/day.ts";
import type * as schema from "#db/schema/index.ts";
import type { Clock } from "./clock.ts";
import type { DutyTeam } from "./force.ts";
import type { ToldResponseTeam } from "./response-teams.ts";

export type DutyRow = typeof schema.duties.$inferInsert;
export type EntryRow = typeof schema.abstractionEntries.$inferInsert & { id: string };

/** What the duties of one team and month are told with. */
export interface DutyTelling {
  team: DutyTeam;
  /** Which month it is: 0 is that of today. */
  at: number;
  /** The first and the last day, as numbers; the last one earlier where rosters go no further. */
  first: number;
  last: number;
  /** In milliseconds: nothing is logged after it. */
  now: number;
  today: number;
  clock: Clock;
  responseTeams: readonly (ToldResponseTeam & { id: string })[];
  /** A priority of a neighbourhood that was worked on on a day. */
  priorityOn: (neighbourhoodId: string, day: Day) => string | null;
}
