import type { AccountKind, AccountStatus } from "./account.ts";

/** What a rule about an account's voice depends on. */
export interface VoiceFacts {
  kind: AccountKind;
  status: AccountStatus;
  agencyId: string | null;
}

/**
 * Whether an account speaks for the police or an agency. Whoever holds one does not vote, not even as the resident that
 * the same address can sign in as. Panel members and key individuals have no agency, and vote.
 */
export const isVoiceOfAnAgency = ({ kind, status, agencyId }: VoiceFacts): boolean =>
  status !== "closed" && (kind === "staff" || (kind === "member" && agencyId !== null));
