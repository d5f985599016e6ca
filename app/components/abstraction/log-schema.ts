import { z } from "zod";
import { entryFields, type EntryFormFields } from "./entry-schema.ts";

/** An entry as it is logged: whose, and under which number it is sent, however often. */
export const logSchema = z.object({
  ...entryFields,
  id: z.uuid(),
  postId: z.uuid({ error: "Select who it is" }),
  /** When it was chosen on a device without a signal. */
  at: z.iso.datetime().optional(),
});

export type LogFormFields = EntryFormFields & { id: string; postId: string };
