import { z } from "zod";

/** What the command line asks of a running server. Paths in `input` are absolute: the server stands elsewhere. */
export const controlRequestSchema = z.object({
  noun: z.string(),
  verb: z.string(),
  input: z.record(z.string(), z.unknown()),
});
export type ControlRequest = z.infer<typeof controlRequestSchema>;

const problemSchema = z.object({ where: z.string().nullable(), message: z.string() });

/** How a job ended. */
const outcomeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("done") }),
  z.object({ kind: z.literal("refused"), summary: z.string(), problems: z.array(problemSchema) }),
  z.object({ kind: z.literal("aborted") }),
  z.object({ kind: z.literal("failed"), message: z.string() }),
]);
export type JobOutcome = z.infer<typeof outcomeSchema>;

/** One line of the answer, as JSON; the last one is the outcome. */
export const controlMessageSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("line"), line: z.string() }),
  z.object({
    type: z.literal("progress"),
    progress: z.object({
      stage: z.string(),
      done: z.number(),
      total: z.number().nullable(),
      unit: z.enum(["rows", "bytes", "areas", "files"]),
    }),
  }),
  z.object({ type: z.literal("outcome"), outcome: outcomeSchema }),
]);
export type ControlMessage = z.infer<typeof controlMessageSchema>;
