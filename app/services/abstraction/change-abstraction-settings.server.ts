import type { AuthorityLine } from "#app/domain/abstraction/authority.ts";
import { done, refused, type Change } from "#app/domain/account/change.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import { saveResponseTeam, setAuthority, type ResponseTeam } from "#db/queries/abstraction-request.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { withActor } from "#db/with-actor.ts";
import type { RequestDeps } from "./ask-for-officer.server.ts";

/** Says who authorises one line of the table, from the next request on; null where the actor may not. */
export const changeAuthority = (
  { db, now }: RequestDeps,
  actor: Actor,
  line: AuthorityLine,
): Promise<Change | null> =>
  withActor(db, actor, async (tx): Promise<Change | null> => {
    if (!can(actor, "setting:change")) return null;
    if (!(await setAuthority(tx, line))) return null;
    await recordAudit(tx, actor, now, {
      action: "setting.change",
      subjectKind: "abstraction-authority",
      subjectId: null,
      details: { ...line },
    });
    return done;
  });

/** Adds a response team or changes it; null where the actor may not. */
export const changeResponseTeam = (
  { db, now }: RequestDeps,
  actor: Actor,
  team: Omit<ResponseTeam, "id"> & { id: string | null },
): Promise<Change | null> =>
  withActor(db, actor, async (tx): Promise<Change | null> => {
    if (!can(actor, "setting:change")) return null;
    if (!(await saveResponseTeam(tx, team)))
      return refused("code", "Another response team has this code. Enter another one");
    await recordAudit(tx, actor, now, {
      action: "setting.change",
      subjectKind: "response-team",
      subjectId: team.id,
      details: { code: team.code, minimum: team.minimum, isClosed: team.isClosed },
    });
    return done;
  });
