import type { z } from "zod";
import type { Refused } from "#app/domain/account/change.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import type { Permission } from "#app/domain/permissions.ts";
import { forbidden } from "#app/guards.server.ts";
import { paths } from "#app/paths.ts";
import { conveneSignOff } from "#app/services/panel/convene-sign-off.server.ts";
import { fileOutcome } from "#app/services/plan/file-outcome.server.ts";
import { resumePriority } from "#app/services/priority/resume-priority.server.ts";
import type { Priority } from "#db/queries/priority.ts";
import type { Db } from "#db/types.ts";
import type { feedbackSchema } from "./feedback-schema.ts";

type Asked = z.output<typeof feedbackSchema>;

const permissionFor: Readonly<Record<Asked["intent"], Permission>> = {
  file: "plan:approve",
  resume: "plan:approve",
  convene: "panel:convene",
};

/** Does what one of the forms asks for, and where to go on to; null where it is not theirs. */
export async function doFeedbackAction(
  deps: { db: Db; now: Date },
  actor: Actor,
  { id: priorityId, reference }: Priority,
  asked: Asked,
): Promise<{ ok: true; to: string } | Refused | null> {
  if (!can(actor, permissionFor[asked.intent])) throw forbidden();
  if (asked.intent === "convene") {
    const { format, heldOn, writtenVoteDays } = asked;
    const opened = await conveneSignOff(deps, actor, { priorityId, format, heldOn, writtenVoteDays });
    return opened?.ok === true ? { ok: true, to: paths.staff.panel(opened.id) } : opened;
  }
  if (asked.intent === "resume") {
    const resumed = await resumePriority(deps, actor, { reference, version: asked.version });
    return resumed?.ok === true ? { ok: true, to: paths.staff.feedback(reference, "resumed") } : resumed;
  }
  const { done, changed, notAchieved, remains, before, after, version } = asked;
  const outcome = { done, changed, notAchieved, remains, before, after };
  const filed = await fileOutcome(deps, actor, { reference, version, outcome });
  return filed?.ok === true ? { ok: true, to: paths.staff.feedback(reference, "filed") } : filed;
}
