import type { Role } from "#app/domain/access.ts";

/** `resident`: proved an email address; `staff`: signs in through the force; `member`: invited (partners, panels, KIN). */
export const accountKinds = ["resident", "staff", "member"] as const;
export type AccountKind = (typeof accountKinds)[number];

/** `waiting`: signed in for the first time and linked to nothing yet. */
export const accountStatuses = ["waiting", "active", "closed"] as const;
export type AccountStatus = (typeof accountStatuses)[number];

/** How a resident belongs to a neighbourhood; each lets them take part there. */
export const connections = ["live", "work", "study", "business", "visit"] as const;
export type Connection = (typeof connections)[number];

export const ageBands = ["13-15", "16-17", "18+"] as const;
export type AgeBand = (typeof ageBands)[number];

/** What a role's area is named by. `agency` is for partners, `force` for all of it. */
export const areaKinds = ["force", "bcu", "section", "partnership", "team", "neighbourhood"] as const;
export type AreaKind = (typeof areaKinds)[number];

/** What an invited person becomes, and the role that goes with it. */
export const memberKinds = [
  "partner",
  "partnership-chair",
  "panel-member",
  "kin-member",
] as const satisfies readonly Role[];
export type MemberKind = (typeof memberKinds)[number];

/** Roles that an administrator gives to staff; the others come with a post, an invitation or a proven address. */
export const appointedRoles = [
  "constable",
  "sergeant",
  "inspector",
  "duty-inspector",
  "response-sergeant",
  "commander",
  "analyst",
  "communications",
  "training",
  "chief-officer",
  "oversight",
  "moderator",
  "records",
  "administrator",
  "contact-centre",
  "iag-adviser",
] as const satisfies readonly Role[];
export type AppointedRole = (typeof appointedRoles)[number];
