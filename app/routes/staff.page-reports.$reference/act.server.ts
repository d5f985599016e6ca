import type { Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { appeal } from "#app/services/page-report/appeal.server.ts";
import { decideAppeal } from "#app/services/page-report/decide-appeal.server.ts";
import type { DecideDeps } from "#app/services/page-report/decide-report.server.ts";
import { keep } from "#app/services/page-report/keep.server.ts";
import { takeDown } from "#app/services/page-report/take-down.server.ts";
import type { Act } from "./acts.ts";

/** Does what a form of the page asks for. */
export function act(
  { db, now, publicUrl }: DecideDeps,
  actor: Actor,
  reference: string,
  wanted: Act,
): Promise<Change> {
  const deps = { db, now, publicUrl };
  switch (wanted.intent) {
    case "take-down":
      return takeDown(deps, actor, { reference, reason: wanted.reason });
    case "keep":
      return keep(deps, actor, { reference, reason: wanted.reason });
    case "appeal":
      return appeal(deps, actor, reference);
    case "uphold":
      return decideAppeal(deps, actor, reference, { outcome: "uphold" });
    case "change":
      return decideAppeal(deps, actor, reference, { outcome: "change", reason: wanted.reason });
  }
}
