import type { Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { decideReport, type DecideDeps, type Decision } from "./decide-report.server.ts";

/** Takes down the item that a report is about, at once and with a reason. */
export const takeDown = (deps: DecideDeps, actor: Actor, decision: Decision): Promise<Change> =>
  decideReport(deps, actor, decision, { act: "take-down", action: "page.take-down" });
