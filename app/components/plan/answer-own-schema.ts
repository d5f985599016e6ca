import { z } from "zod";
import { actionStates } from "#app/domain/plan/action.ts";

/** What the short form sends of an action of one's own. */
export const answerOwnSchema = z.object({
  version: z.coerce.number({ error: "Read the action again, then answer" }).int(),
  state: z.enum(actionStates, { error: "Choose what came of it" }),
  words: z.string().default(""),
});
