import { z } from "zod";
import { concernWordsShape } from "#app/concern-words-schema.ts";

const version = z.coerce.number().int().min(1);

export const ownSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("withdraw"), version }),
  z.object({ intent: z.literal("appeal"), version }),
  z.object({ intent: z.literal("reword"), version, ...concernWordsShape }),
]);
