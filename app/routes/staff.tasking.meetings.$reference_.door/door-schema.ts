import { z } from "zod";
import { doorStates } from "#app/domain/tasking/door.ts";

const mostPeople = 300;
const yes = z.literal("yes").optional();

/** What the door sends: the whole list, that the others did not come, or one guest. */
export const doorSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("door"),
    key: z.uuid(),
    people: z
      .array(
        z.object({
          id: z.uuid(),
          was: z.enum(doorStates),
          state: z.enum(doorStates, { error: "Choose whether they came" }),
          declared: yes,
        }),
      )
      .max(mostPeople),
  }),
  z.object({ intent: z.literal("rest"), key: z.uuid() }),
  z.object({
    intent: z.literal("guest"),
    key: z.uuid(),
    name: z
      .string({ error: "Enter the guest’s name" })
      .trim()
      .max(100, "Shorten this to 100 characters or fewer"),
    agencyId: z.string({ error: "Choose the agency that the guest is from" }),
    position: z
      .string({ error: "Enter what the guest’s position is" })
      .trim()
      .max(100, "Shorten this to 100 characters or fewer"),
    declared: yes,
  }),
]);

// An interface would want an index for every other name.
export type DoorFields = { people: { id: string; was: string; state: string; declared: string }[] };
