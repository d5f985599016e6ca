import { platform } from "#app/domain/actor.ts";
import { hashToken } from "#app/services/keys/keys.server.ts";
import { findOpenInvitation } from "#db/queries/invitation.ts";
import { withActor } from "#db/with-actor.ts";
import type { Deps } from "./deps.ts";
import { findEnrolment, type Enrolment, type EnrolmentPurpose } from "./enrolment.server.ts";

export type ReadJoining = Enrolment & { challengeId: string; invitationId: string };

/** What a browser has begun with an invitation's link; null when it has to begin again. */
export const readJoining = (
  { db, now, keys }: Deps,
  { token, browser, purpose }: { token: string; browser: string; purpose: EnrolmentPurpose },
): Promise<ReadJoining | null> =>
  withActor(db, platform(), async (tx) => {
    const invitation = await findOpenInvitation(tx, hashToken(token), now);
    if (invitation === null) return null;
    const { id: invitationId } = invitation;
    const enrolment = await findEnrolment(tx, { now, keys }, purpose, browser, { invitationId });
    return enrolment && { ...enrolment, invitationId };
  });
