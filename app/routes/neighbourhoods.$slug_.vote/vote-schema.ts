import { z } from "zod";
import { ageBands } from "#app/domain/account/account.ts";
import { votingConnections } from "#app/domain/ballot/eligibility.ts";

const number = z.coerce.number().int().min(1).max(99);

export const voteSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("cast"),
    choices: z.preprocess(
      (ticked: unknown): unknown => (ticked === undefined ? [] : Array.isArray(ticked) ? ticked : [ticked]),
      z.array(number).max(99),
    ),
    ageBand: z.enum([...ageBands, "under-13"], { error: "Choose how old you are" }).optional(),
    connection: z.enum([...votingConnections, "visit"], { error: "Choose how you belong here" }).optional(),
    part: z.string().max(100).optional(),
    isToBeTold: z.literal("yes").optional(),
  }),
  z.object({ intent: z.literal("withdraw") }),
]);

export type CastForm = Extract<z.output<typeof voteSchema>, { intent: "cast" }>;
