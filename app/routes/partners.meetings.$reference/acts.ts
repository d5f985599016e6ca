import { z } from "zod";

/** What a partner sends from the page of a meeting. */
export const actSchema = z.object({
  intent: z.enum(["coming", "apologies", "declare"], { error: "Choose what you want to say" }),
});

export const doneWords: Readonly<Record<z.output<typeof actSchema>["intent"], string>> = {
  coming: "Thank you. You are expected.",
  apologies: "Your apologies are sent to whoever chairs the meeting.",
  declare: "You have made the confidentiality declaration.",
};

/** What to say of what was done just now; null where the address names nothing. */
export function doneOf(said: string | null): string | null {
  const intent = actSchema.shape.intent.safeParse(said);
  return intent.success ? doneWords[intent.data] : null;
}
