import { staffFrameOf, type StaffFrame } from "#app/components/staff/staff-frame.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import type { Permission } from "#app/domain/permissions.ts";
import { paths } from "#app/paths.ts";

/** What stands around every staff page of joint tasking. */
export interface TaskingFrame {
  frame: StaffFrame;
  pages: readonly { to: string; words: string }[];
}

interface TaskingLink {
  to: string;
  words: string;
  /** Each of these opens it. */
  permissions: readonly Permission[];
}

const links: readonly TaskingLink[] = [
  { to: paths.tasking.home(), words: "Meetings", permissions: ["tasking:read"] },
  { to: paths.tasking.actions(), words: "Actions", permissions: ["tasking:read"] },
  { to: paths.tasking.extract(), words: "Strategic extract", permissions: ["tasking:read"] },
];

// Of whoever leads a group or has an action, and reads no others.
const ownPages = [{ to: paths.partners.meetings(), words: "Your meetings" }];

/** The frame for a loader to hand on. */
export const taskingFrameOf = (visit: { actor: Actor; signedIn: { name: string | null } }): TaskingFrame => ({
  frame: staffFrameOf(visit),
  pages: can(visit.actor, "tasking:read")
    ? links.flatMap(({ to, words, permissions }) =>
        permissions.some((permission) => can(visit.actor, permission)) ? [{ to, words }] : [],
      )
    : ownPages,
});
