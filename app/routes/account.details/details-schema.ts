import { z } from "zod";
import { ageBands, connections } from "#app/domain/account/account.ts";

const optional = z.string().max(100).optional();

export const detailsSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("save"),
    postcode: optional,
    slug: optional,
    connection: z.enum(connections, { error: "Choose how you belong to the neighbourhood" }).optional(),
    ageBand: z.enum([...ageBands, "under-13"], { error: "Choose how old you are" }).optional(),
    next: z.string().optional(),
  }),
  z.object({ intent: z.literal("remove"), neighbourhoodId: z.uuid() }),
]);
