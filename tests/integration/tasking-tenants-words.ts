import { createHash } from "node:crypto";

/** Three areas that know nothing of each other, each with an agency of its own and everything that joint work has. */
export const sides = ["red", "green", "blue"] as const;
export type Side = (typeof sides)[number];

/** Whose words they are: of an area, of the agency that was a guest there, or of the one whose agreement lapsed. */
export const tenants = [...sides, "grey", "amber"] as const;
export type Tenant = (typeof tenants)[number];

/** A word that stands nowhere else: of a tenant, and of one column. */
export const word = (tenant: Tenant, column: string): string => `Zq${tenant}${column}`;
export const wordsOf = (text: string, tenant: Tenant): string[] => [
  ...new Set(text.match(new RegExp(`zq${tenant}[a-z]*`, "gi")) ?? []),
];

const codeOf = { red: "RA", green: "GA", blue: "BA" } as const;
export const groupOf = (side: Side): string => codeOf[side];
const numberOf = { red: "2", green: "3", blue: "4" } as const;
/** A reference in an area: of its one thing of a kind, or of another by the sign before the last. */
export const referenceIn = (side: Side, letter: string, sign = "2"): string =>
  `${letter}-222${sign}${numberOf[side]}`;

const signOf = { finished: "6", open: "7", called: "8", cancelled: "9" } as const;
export type MeetingState = keyof typeof signOf;
export const meetingIn = (side: Side, state: MeetingState): string => referenceIn(side, "J", signOf[state]);

/** The key of a name, as a system sends it. */
export const keyOf = (name: string) => `sn_${createHash("sha256").update(name).digest("base64url")}`;
