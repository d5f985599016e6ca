import type { CarriedOutcome } from "#app/domain/tasking/action.ts";
import type { AgendaSection } from "#app/domain/tasking/agenda.ts";
import type { TaskingLevel } from "#app/domain/tasking/level.ts";
import type { LiveEntry } from "#app/domain/tasking/live-entry.ts";
import type { Marking } from "#app/domain/tasking/marking.ts";
import type { AttendanceState, TaskingMeetingState } from "#app/domain/tasking/meeting.ts";

/** The minutes of a meeting, as every reader of it has them (`readMinutes`). */
export interface MinutesView {
  group: string;
  code: string;
  level: TaskingLevel;
  number: number;
  marking: Marking;
  state: TaskingMeetingState;
  /** When it was, in words. */
  when: string;
  place: string;
  /** Null where nobody with a seat chaired it. */
  chair: string | null;
  nextOn: string | null;
  attendances: readonly {
    id: string;
    agency: string;
    position: string;
    name: string | null;
    isGuest: boolean;
    state: AttendanceState;
  }[];
  items: readonly MinutesItem[];
  carried: readonly {
    id: string;
    name: string;
    task: string;
    outcome: CarriedOutcome | null;
    /** What the meeting found, in words. */
    note: string | null;
  }[];
  /** As they stand: what was put right is in its place. */
  entries: readonly MinutesEntry[];
}

export interface MinutesItem {
  id: string;
  section: AgendaSection;
  title: string;
  isPriority: boolean;
  feedbackLine: string | null;
}

export type MinutesEntry = LiveEntry & { putRightBy: number | null };
