import { z } from "zod";
import { ballotModes } from "#app/domain/ballot/modes.ts";

const schema = z.object({
  modes: z.record(z.enum(ballotModes), z.number()),
  rows: z.array(
    z.object({
      id: z.string(),
      votes: z.number(),
      votesWithQuarantined: z.number(),
      rank: z.number(),
      tieBrokenBy: z.enum(["raisers", "score", "panel"]).nullable(),
    }),
  ),
});

/** What the page of a cycle shows of a certified count. */
export type PublicTally = z.infer<typeof schema>;

/** Reads the stored result of a count. */
export const readTallyResult = (stored: unknown): PublicTally => schema.parse(stored);
