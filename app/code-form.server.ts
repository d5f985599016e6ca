import { z } from "zod";
import { readCode } from "#app/domain/code/code.ts";

/** Said of every code that does not work, whatever is wrong with it. */
export const wrongCode = "That code is not right, or it no longer works. Check it, or ask for a new one";

const code = z
  .string({ error: "Enter the code from the message" })
  .transform(readCode)
  .refine((digits) => digits !== null, { error: "Enter the six digits of the code" });

/** What the page of a code sends: the code, or the wish for one. */
export const codeFormSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("check"), code }),
  z.object({ intent: z.literal("send") }),
]);
