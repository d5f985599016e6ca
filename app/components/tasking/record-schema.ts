import { z } from "zod";
import { optionalDay, requiredDay } from "#app/components/staff/day-schema.ts";
import { carriedOutcomes, taskingActionKinds } from "#app/domain/tasking/action.ts";
import { mostEntryCharacters } from "#app/domain/tasking/recording.ts";

const noDate = "Enter a real date, for example 27 3 2027";
const tooLong = `Shorten this to ${mostEntryCharacters} characters or fewer`;
const key = z.uuid({ error: "Open the page again, then write it down" });
const words = (missing: string) => z.string({ error: missing }).max(mostEntryCharacters, tooLong);
const left = z.string().max(mostEntryCharacters, tooLong).optional();
const itemId = z.uuid().optional();

/** What is sent at the speed of talk: each with the key that its screen made for it. */
const recordings = [
  z.object({ intent: z.literal("note"), key, itemId, words: words("Enter what was said") }),
  z.object({
    intent: z.literal("decision"),
    key,
    itemId,
    words: words("Enter what was decided"),
    reason: words("Enter why it was decided so"),
  }),
  z.object({
    intent: z.literal("action"),
    key,
    itemId,
    kind: z.enum(taskingActionKinds, { error: "Choose what kind of action it is" }),
    task: words("Say what is to be done"),
    agencyId: z.uuid({ error: "Choose the agency that does it" }),
    position: words("Say which position does it, for example housing officer"),
    dueOn: requiredDay("Enter by when it is to be done", noDate),
  }),
  z.object({
    intent: z.literal("carried"),
    key,
    actionId: z.uuid({ error: "Choose an action from last time" }),
    outcome: z.enum(carriedOutcomes, { error: "Choose what became of it" }),
    words: left,
    dueOn: optionalDay(noDate),
    agencyId: z.uuid().optional(),
    position: left,
    publicLine: left,
    withheldReason: left,
  }),
  z.object({
    intent: z.literal("correct"),
    key,
    replaces: z.number({ error: "Choose the entry that you put right" }).int(),
    words: words("Enter what it should say"),
    reason: left,
  }),
] as const;

export const recordingSchema = z.discriminatedUnion("intent", recordings);
export type RecordingForm = z.output<typeof recordingSchema>;

/** An item as it was seen: which, and the version of it. */
const seenItem = z
  .string({ error: "Choose the item that it is about" })
  .regex(/^[0-9a-f-]{36}\.\d{1,9}$/, "Choose the item that it is about")
  .transform((seen) => {
    const [id = "", version] = seen.split(".");
    return { id, version: Number(version) };
  });

/** All that the page takes. */
export const recordPageSchema = z.discriminatedUnion("intent", [
  ...recordings,
  z.object({
    intent: z.literal("feedback"),
    itemId: seenItem,
    line: left,
    isNothing: z.literal("yes").optional(),
  }),
  z.object({ intent: z.literal("feedback-rest") }),
  z.object({ intent: z.literal("finish"), nextOn: optionalDay(noDate) }),
  z.object({ intent: z.literal("circulate") }),
]);
export type RecordPageForm = z.output<typeof recordPageSchema>;
export type RecordIntent = RecordPageForm["intent"];
