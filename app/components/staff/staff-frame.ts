import type { Permission } from "#app/domain/permissions.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import { paths } from "#app/paths.ts";

/** What stands around every page of staff: whose it is, and where they may go. */
export interface StaffFrame {
  name: string;
  links: readonly { to: string; words: string }[];
}

interface StaffLink {
  to: string;
  words: string;
  permission: Permission;
  /** Opens the page as well. */
  orPermission?: Permission;
}

const pages: readonly StaffLink[] = [
  { to: paths.staff.concerns(), words: "Concerns", permission: "concern:moderate" },
  { to: paths.staff.urgent(), words: "Urgent", permission: "urgent:answer" },
  { to: paths.staff.threads(), words: "Messages", permission: "thread:read" },
  { to: paths.staff.priorities(), words: "Priorities", permission: "priority:read-overview" },
  { to: paths.staff.cycles(), words: "Cycles", permission: "priority:read-overview" },
  { to: paths.staff.panels(), words: "Panels", permission: "panel:convene" },
  { to: paths.staff.meetings(), words: "Meetings", permission: "meeting:announce" },
  {
    to: paths.staff.pageReports(),
    words: "Reported pages",
    permission: "page:take-down",
    orPermission: "page:hear-appeal",
  },
  { to: paths.staff.settings(), words: "Settings", permission: "setting:change" },
  { to: paths.staff.people(), words: "People", permission: "person:read" },
  { to: paths.staff.agencies(), words: "Agencies", permission: "agency:manage" },
  { to: paths.staff.invitations(), words: "Invitations", permission: "member:invite" },
  { to: paths.staff.residents(), words: "Residents on paper", permission: "resident:assist" },
  { to: paths.staff.mail(), words: "Mail", permission: "mail:read" },
  { to: paths.staff.audit(), words: "Audit record", permission: "audit:read" },
];

/** The frame of a signed-in member of staff, for the loader to hand on: it tells the page nothing else of them. */
export function staffFrameOf({
  actor,
  signedIn,
}: {
  actor: Actor;
  signedIn: { name: string | null };
}): StaffFrame {
  return {
    name: signedIn.name ?? "You",
    links: pages.flatMap(({ to, words, permission, orPermission = permission }) =>
      can(actor, permission) || can(actor, orPermission) ? [{ to, words }] : [],
    ),
  };
}
