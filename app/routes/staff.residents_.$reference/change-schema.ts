import { z } from "zod";
import { ageBands, connections } from "#app/domain/account/account.ts";
import { erasureReasons } from "#app/domain/resident/resident.ts";

export const changeSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("correct"),
    connection: z.enum(connections, { error: "Choose how they belong there" }),
    ageBand: z.enum(ageBands, { error: "Choose how old they are" }),
  }),
  z.object({
    intent: z.literal("erase"),
    reason: z.enum(erasureReasons, { error: "Choose why they are erased" }),
  }),
]);
