const dayMs = 86_400_000;

/** How long an invitation can be accepted. */
export const invitationDays = 2;

/** When an invitation sent now ends. */
export const invitationEnd = (now: Date): Date => new Date(now.getTime() + invitationDays * dayMs);

export const invitationStatuses = ["waiting", "accepted", "expired", "withdrawn"] as const;
export type InvitationStatus = (typeof invitationStatuses)[number];

export interface InvitationDates {
  acceptedAt: Date | null;
  withdrawnAt: Date | null;
  expiresAt: Date;
}

/** What has become of an invitation; on its last instant it has expired. */
export function invitationStatus(
  { acceptedAt, withdrawnAt, expiresAt }: InvitationDates,
  now: Date,
): InvitationStatus {
  if (acceptedAt !== null) return "accepted";
  if (withdrawnAt !== null) return "withdrawn";
  return expiresAt.getTime() <= now.getTime() ? "expired" : "waiting";
}
