import type { ConcernCategory } from "#app/domain/concern/categories.ts";
import type { Day } from "#app/domain/team/day.ts";
import { seedId } from "#db/seed/seed-id.ts";
import type { Random } from "../random.ts";
import type { ToldGroup } from "./groups.ts";
import type { Seat } from "./seats.ts";

/** A stretch of work on a priority: from the inspector's answer, or its return, to its assessment. */
export interface WorkWindow {
  from: Day;
  /** The day on which all has to be done; null while the work goes on. */
  until: Day | null;
}

/** A priority of the history as joint tasking sees it. */
export interface WorkedPriority {
  id: string;
  title: string;
  statement: string;
  category: ConcernCategory;
  place: string;
  /** Where visitors look first. */
  isShown: boolean;
  windows: readonly WorkWindow[];
}

/** Who of the police works in a group's neighbourhoods, by account. */
export interface TaskingOfficers {
  sergeantIds: readonly string[];
  officerIds: readonly string[];
}

/** What the meetings of one group are told with. */
export interface GroupTelling {
  group: ToldGroup;
  groupId: string;
  today: Day;
  now: Date;
  random: Random;
  seats: readonly Seat[];
  officers: TaskingOfficers;
  priorities: readonly WorkedPriority[];
  /** The number of the next action. */
  nextNumber: number;
}

export const groupId = (code: string): string => seedId("tasking-group", code);
export const accountId = (reference: string): string => seedId("account", reference);
export const agencyId = (code: string): string => seedId("agency", code);
export const isPolice = (agencyCode: string): boolean => agencyCode === "police";

/** Whoever chairs a group, and whoever writes down what is said. */
export const chairOf = ({ seats }: GroupTelling): string | null => idOf(seats[0]);
export const recorderOf = ({ seats }: GroupTelling): string | null => idOf(seats[1]);
const idOf = (seat: Seat | undefined) => (seat === undefined ? null : accountId(seat.reference));

export const atMinute = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);

/** The stretch of work that a day lies in, with so many days of it left at least; null where none is. */
export const windowOn = ({ windows }: WorkedPriority, day: Day, lastDay: Day): WorkWindow | null =>
  windows.find(({ from, until }) => from <= day && (until === null || until >= lastDay)) ?? null;
