import type { Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { decideReport, type DecideDeps, type Decision } from "./decide-report.server.ts";

/** Keeps the item that a report is about, with a reason. */
export const keep = (deps: DecideDeps, actor: Actor, decision: Decision): Promise<Change> =>
  decideReport(deps, actor, decision, { act: "keep", action: "page.keep" });
