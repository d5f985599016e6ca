import { platform } from "#app/domain/actor.ts";
import { hashToken } from "#app/services/keys/keys.server.ts";
import { findOpenInvitation, type OpenInvitation } from "#db/queries/invitation.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { areaNames } from "./area-names.server.ts";

export type ReadInvitation = OpenInvitation & { area: string };

/** The invitation behind a link, with its area in words; null once it is used, withdrawn or expired. Changes nothing. */
export const readInvitation = (
  { db, now }: { db: Db; now: Date },
  token: string,
): Promise<ReadInvitation | null> =>
  withActor(db, platform(), async (tx) => {
    const invitation = await findOpenInvitation(tx, hashToken(token), now);
    if (invitation === null) return null;
    const nameOf = await areaNames(tx);
    return { ...invitation, area: nameOf({ kind: invitation.areaKind, id: invitation.areaId }) };
  });
