import type { MemberKind } from "#app/domain/account/account.ts";

/** What each kind of member is called, and as it follows "as". */
export const memberKindWords: Readonly<Record<MemberKind, { name: string; as: string; hint: string }>> = {
  partner: {
    name: "Partner",
    as: "a partner",
    hint: "Somebody who works on problems for a council, a landlord or another agency",
  },
  "partnership-chair": {
    name: "Partnership chair",
    as: "a partnership chair",
    hint: "Chairs a community safety partnership",
  },
  "panel-member": {
    name: "Panel member",
    as: "a member of the neighbourhood panel",
    hint: "A resident who decides on priorities and on whether a problem is solved",
  },
  "kin-member": {
    name: "Key individual",
    as: "a key individual",
    hint: "Somebody who knows the neighbourhood and answers a question now and then",
  },
};

/** How a member may prove who they are. */
export const waysToSignIn = ["passkey", "password", "email-code"] as const;
export type WayToSignIn = (typeof waysToSignIn)[number];

/** Whether somebody speaks for an agency here, and so may see what is restricted. */
export const isAgencyKind = (kind: MemberKind): boolean => kind === "partner" || kind === "partnership-chair";

/** Email proves an address and no more: only those to whom nothing restricted is shown may sign in by it. */
export const waysFor = (kind: MemberKind): readonly WayToSignIn[] =>
  isAgencyKind(kind) ? ["passkey", "password"] : waysToSignIn;

/** The proofs an account has; a password counts together with its authenticator only. */
export interface Proofs {
  passkeys: number;
  hasPassword: boolean;
}

/** Whether one passkey fewer still leaves a way in. */
export const mayRemovePasskey = ({ passkeys, hasPassword }: Proofs): boolean => passkeys > 1 || hasPassword;

/** For each step of a sign-in or an enrolment, how long it waits; an app has to be found and installed first. */
export const challengeMinutes = {
  "passkey-sign-in": 5,
  "second-factor": 5,
  "passkey-enrol": 15,
  "authenticator-enrol": 30,
} as const;
export type ChallengePurpose = keyof typeof challengeMinutes;

/** When a step that begins now is over. */
export const challengeEnd = (purpose: ChallengePurpose, now: Date): Date =>
  new Date(now.getTime() + challengeMinutes[purpose] * 60_000);

/** Wrong codes of an authenticator app before a sign-in has to begin again. */
export const mostCodeTries = 5;

const namePattern = /^[\p{L}\p{M}][\p{L}\p{M}'’. -]*$/u;

/** A name as somebody is addressed, tidied; null where it is none. */
export function tidyName(typed: string): string | null {
  const name = typed.normalize("NFC").trim().replace(/\s+/g, " ");
  return name.length <= 80 && namePattern.test(name) ? name : null;
}
