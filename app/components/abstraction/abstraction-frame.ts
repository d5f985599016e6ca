import { staffFrameOf, type StaffFrame } from "#app/components/staff/staff-frame.ts";
import { requestReaders } from "#app/domain/abstraction/request-readers.ts";
import { abstractionLoggers } from "#app/domain/abstraction/reading.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import { rateReaders } from "#app/domain/abstraction/reading.ts";
import { improvementReaders } from "#app/domain/abstraction/improvement-writers.ts";
import type { Permission } from "#app/domain/permissions.ts";
import { paths } from "#app/paths.ts";

/** What stands around every page of abstractions: the staff's frame, and which of these pages the person has. */
export interface AbstractionFrame {
  frame: StaffFrame;
  pages: readonly { to: string; words: string }[];
}

interface AbstractionLink {
  to: string;
  words: string;
  /** Each of these opens it; none is needed for what everybody has who comes here. */
  permissions: readonly Permission[] | null;
}

// What is a person's own and what waits first; what is looked up last.
const links: readonly AbstractionLink[] = [
  { to: paths.abstractions.home(), words: "Today", permissions: null },
  { to: paths.abstractions.log(), words: "Log", permissions: abstractionLoggers },
  { to: paths.abstractions.confirm(), words: "Confirm duties", permissions: ["abstraction:confirm"] },
  { to: paths.abstractions.own(), words: "Your own record", permissions: ["abstraction:log-own"] },
  {
    to: paths.abstractions.calendar(),
    words: "The team’s month",
    permissions: ["abstraction:read-officers"],
  },
  { to: paths.abstractions.requests(), words: "Requests", permissions: requestReaders },
  { to: paths.abstractions.disputes(), words: "Disputes", permissions: ["abstraction:read-officers"] },
  { to: paths.abstractions.rates(), words: "Rates", permissions: rateReaders },
  { to: paths.abstractions.improvements(), words: "Improvements", permissions: improvementReaders },
  { to: paths.abstractions.duties(), words: "Duties", permissions: ["duty:write"] },
  { to: paths.abstractions.rosters(), words: "Rosters", permissions: ["roster:import"] },
  { to: paths.abstractions.definition(), words: "Definition", permissions: null },
];

/** The frame for a loader to hand on. */
export const abstractionFrameOf = (visit: {
  actor: Actor;
  signedIn: { name: string | null };
}): AbstractionFrame => ({
  frame: staffFrameOf(visit),
  pages: links.flatMap(({ to, words, permissions }) =>
    permissions === null || permissions.some((permission) => can(visit.actor, permission))
      ? [{ to, words }]
      : [],
  ),
});
