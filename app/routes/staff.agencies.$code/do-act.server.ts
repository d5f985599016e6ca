import type { Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { closeAccount } from "#app/services/account/close-account.server.ts";
import { nameLead } from "#app/services/agency/name-lead.server.ts";
import { renameAgency } from "#app/services/agency/rename-agency.server.ts";
import type { Db } from "#db/types.ts";
import type { AgencyAct } from "./acts.ts";

/** Does what one of the page's forms asks for. */
export function doAct(
  deps: { db: Db; now: Date },
  actor: Actor,
  { id, code }: { id: string; code: string },
  act: AgencyAct,
): Promise<Change> {
  switch (act.intent) {
    case "rename":
      return renameAgency(deps, actor, { code, name: act.name });
    case "end-access":
      return closeAccount(deps, actor, { accountId: act.account, agencyId: id });
    case "name-lead":
      return nameLead(deps, actor, { code, accountId: act.lead ?? null });
  }
}
