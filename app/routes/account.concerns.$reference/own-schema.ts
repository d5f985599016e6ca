import { z } from "zod";
import { concernWordsShape, optionalWords } from "#app/concern-words-schema.ts";
import { mostAppeal } from "#app/domain/concern/written.ts";

const version = z.coerce.number().int().min(1);

export const ownSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("withdraw"), version }),
  z.object({
    intent: z.literal("appeal"),
    version,
    appealWords: optionalWords(mostAppeal, "what we should know"),
  }),
  z.object({ intent: z.literal("reword"), version, ...concernWordsShape }),
]);
