import { z } from "zod";
import type { Change } from "#app/domain/account/change.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import type { Permission } from "#app/domain/permissions.ts";
import { closeReasons } from "#app/domain/priority/close.ts";
import { forbidden } from "#app/guards.server.ts";
import { closePriority } from "#app/services/priority/close-priority.server.ts";
import { recurPriority } from "#app/services/priority/recur-priority.server.ts";
import type { Db } from "#db/types.ts";

const mostCharacters = 1_000;
const words = z
  .string()
  .trim()
  .max(mostCharacters, `Write ${mostCharacters} characters or fewer`)
  .default("");

/** What the forms of the page send: closed without sign-off, or come back. */
export const endSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("close"),
    version: z.coerce.number().int(),
    reason: z.enum(closeReasons).optional(),
    words,
  }),
  z.object({ intent: z.literal("recur"), words }),
]);
type Asked = z.output<typeof endSchema>;

const permissionFor: Readonly<Record<Asked["intent"], Permission>> = {
  close: "priority:accept",
  recur: "plan:approve",
};

/** Does what one of the forms asks for; null where the priority is not the actor's to end. */
export function doEndAction(
  deps: { db: Db; now: Date },
  actor: Actor,
  reference: string,
  asked: Asked,
): Promise<Change | null> {
  if (!can(actor, permissionFor[asked.intent])) throw forbidden();
  return asked.intent === "recur"
    ? recurPriority(deps, actor, { reference, words: asked.words })
    : closePriority(deps, actor, {
        reference,
        version: asked.version,
        reason: asked.reason ?? null,
        words: asked.words,
      });
}
