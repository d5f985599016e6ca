import { z } from "zod";
import { addedSections } from "#app/domain/tasking/item.ts";
import { markings } from "#app/domain/tasking/marking.ts";

const words = z.string().optional();

const common = {
  title: z.string({ error: "Enter what it is about, in a few words" }),
  brief: words,
  feedbackLine: words,
  marking: z.enum(markings, { error: "Choose how far it may go" }),
};

/** An item that is put on an agenda. */
export const newItemSchema = z.object({
  ...common,
  section: z.enum(addedSections, { error: "Choose where it stands on the agenda" }),
});

/** What is done with an item that is there. */
export const itemSchema = z.discriminatedUnion("intent", [
  z.object({
    ...common,
    intent: z.literal("change"),
    version: z.number({ error: "Look at the item again, then change it" }).int(),
  }),
  z.object({ intent: z.literal("remove") }),
]);

// An interface would want an index for every other name.
export type ItemFormFields = {
  section: string;
  title: string;
  brief: string;
  feedbackLine: string;
  marking: string;
};
