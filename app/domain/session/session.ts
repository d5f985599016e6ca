import type { AccountKind } from "#app/domain/account/account.ts";

/** How a person proved who they are when the session began. */
export const signInMethods = ["email-code", "oidc", "passkey", "password", "demonstration"] as const;
export type SignInMethod = (typeof signInMethods)[number];

const minute = 60_000;
const hour = 60 * minute;

/** How long a session lasts without use, and at most, in milliseconds. */
export interface SessionLimits {
  idleMs: number;
  absoluteMs: number;
}

/**
 * The limits of a session. A resident's is short because the proof behind it is an emailed code; an invited member
 * who came by such a code has the same.
 */
export function sessionLimits(kind: AccountKind, method: SignInMethod): SessionLimits {
  if (method === "demonstration") return { idleMs: 12 * hour, absoluteMs: 12 * hour };
  if (kind === "resident" || method === "email-code") return { idleMs: 30 * minute, absoluteMs: 30 * minute };
  if (kind === "staff") return { idleMs: 30 * minute, absoluteMs: 12 * hour };
  return { idleMs: 20 * minute, absoluteMs: 8 * hour };
}

/** How fresh the proof must be before an export, an erasure or restricted content. */
export const freshForMs = 10 * minute;

/** Whether the person proved who they are within the last ten minutes. */
export const isFresh = (authenticatedAt: Date, now: Date): boolean =>
  now.getTime() - authenticatedAt.getTime() <= freshForMs;
