import { scopeOf, type Actor } from "#app/domain/actor.ts";
import { mustBeAllowed } from "#app/services/account/must-be-allowed.ts";
import { findAgreement, partiesOf } from "#db/queries/agreement.ts";
import { groupsOpenedBy } from "#db/queries/agreement-list.ts";
import { namesOf, searchAudit } from "#db/queries/audit-search.ts";
import { asPlatform, withActor } from "#db/with-actor.ts";
import type { AgreementDeps } from "./hold-agreement.server.ts";

const mostActs = 100;

/** An agreement whole, with its parties, the groups it opens, and what was done with it, the latest first; null where there is none. */
export const viewAgreement = ({ db }: AgreementDeps, actor: Actor, reference: string) =>
  withActor(db, actor, async (tx) => {
    mustBeAllowed(actor, "agreement:keep");
    const agreement = await findAgreement(tx, reference);
    if (agreement === null) return null;
    // A keeper knows that a group is there, and reads nothing of it.
    const groups = await asPlatform(tx, () => groupsOpenedBy(tx, agreement.partnershipId));
    const scope = scopeOf(actor, "audit:read");
    const acts =
      scope === null
        ? []
        : await searchAudit(tx, scope, { subjectId: agreement.id }, { belowNumber: null, limit: mostActs });
    const actorIds = acts.flatMap(({ actorId }) => (actorId === null ? [] : [actorId]));
    const names = await namesOf(tx, [...new Set(actorIds)], ["staff"]);
    return {
      agreement,
      parties: await partiesOf(tx, agreement.id),
      groups: groups.map(({ code, name }) => ({ code, name })),
      acts: acts.map(({ number, at, action, actorKind, actorId, agencyId }) => ({
        number,
        at,
        action,
        actorKind,
        name: actorId === null ? null : (names.get(actorId) ?? null),
        agencyId,
      })),
    };
  });

export type ViewedAgreement = NonNullable<Awaited<ReturnType<typeof viewAgreement>>>;
