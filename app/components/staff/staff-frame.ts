import type { Permission } from "#app/domain/permissions.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import { concernReaders } from "#app/domain/concern/reading.ts";
import { abstractionReaders } from "#app/domain/abstraction/reading.ts";
import { paths } from "#app/paths.ts";

/** What stands around every page of staff: whose it is, and where they may go. */
export interface StaffFrame {
  name: string;
  /** Where they start from: a partner who chairs has pages of staff, and a home of their own. */
  home: { to: string; words: string };
  links: readonly { to: string; words: string }[];
}

interface StaffLink {
  to: string;
  words: string;
  /** Each of these opens the page. */
  permissions: readonly Permission[];
}

const pages: readonly StaffLink[] = [
  { to: paths.staff.concerns(), words: "Concerns", permissions: concernReaders },
  { to: paths.staff.urgent(), words: "Urgent", permissions: ["urgent:answer"] },
  { to: paths.staff.threads(), words: "Messages", permissions: ["thread:read"] },
  { to: paths.staff.priorities(), words: "Priorities", permissions: ["priority:read-overview"] },
  { to: paths.staff.exceptions(), words: "Exceptions", permissions: ["plan:oversee"] },
  { to: paths.abstractions.home(), words: "Abstractions", permissions: abstractionReaders },
  { to: paths.tasking.home(), words: "Joint tasking", permissions: ["tasking:read"] },
  { to: paths.tasking.impacts(), words: "Community impact", permissions: ["impact:read"] },
  { to: paths.staff.cycles(), words: "Cycles", permissions: ["priority:read-overview"] },
  { to: paths.staff.panels(), words: "Panels", permissions: ["panel:convene"] },
  { to: paths.staff.meetings(), words: "Meetings", permissions: ["meeting:announce"] },
  { to: paths.staff.practice(), words: "Practice", permissions: ["practice:write"] },
  {
    to: paths.staff.pageReports(),
    words: "Reported pages",
    permissions: ["page:take-down", "page:hear-appeal"],
  },
  { to: paths.staff.settings(), words: "Settings", permissions: ["setting:change"] },
  { to: paths.staff.people(), words: "People", permissions: ["person:read"] },
  { to: paths.staff.agencies(), words: "Agencies", permissions: ["agency:manage"] },
  { to: paths.tasking.agreements(), words: "Agreements", permissions: ["agreement:keep"] },
  { to: paths.staff.invitations(), words: "Invitations", permissions: ["member:invite"] },
  { to: paths.staff.residents(), words: "Residents on paper", permissions: ["resident:assist"] },
  { to: paths.staff.mail(), words: "Mail", permissions: ["mail:read"] },
  { to: paths.staff.audit(), words: "Audit record", permissions: ["audit:read"] },
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
    home:
      actor.kind === "member"
        ? { to: paths.partners.home(), words: "Your page" }
        : { to: paths.staff.home(), words: "Your work" },
    links: pages.flatMap(({ to, words, permissions }) =>
      permissions.some((permission) => can(actor, permission)) ? [{ to, words }] : [],
    ),
  };
}
