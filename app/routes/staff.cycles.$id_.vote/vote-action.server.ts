import { z } from "zod";
import { done, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { ballotModes } from "#app/domain/ballot/modes.ts";
import { notFound } from "#app/http.server.ts";
import { paths } from "#app/paths.ts";
import { certifyTally } from "#app/services/ballot/certify-tally.server.ts";
import { openBatch } from "#app/services/ballot/open-batch.server.ts";
import type { Db } from "#db/types.ts";

/** What the forms of a vote's page ask for. */
export const voteActionSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("open-batch"),
    mode: z.enum(ballotModes, { error: "Choose how these ballots came in" }),
  }),
  z.object({ intent: z.literal("certify") }),
]);

/** Does it; where to go on to, or what is wrong. */
export async function doVoteAction(
  deps: { db: Db; now: Date },
  actor: Actor,
  cycleId: string,
  asked: z.output<typeof voteActionSchema>,
): Promise<{ change: Change; next: string }> {
  const next = `${paths.staff.vote(cycleId)}?done=${asked.intent}`;
  if (asked.intent === "certify") {
    const certified = await certifyTally(deps, actor, cycleId);
    if (certified === null) throw notFound();
    return { change: certified.ok ? done : certified, next };
  }
  const opened = await openBatch(deps, actor, { cycleId, mode: asked.mode });
  if (opened === null) throw notFound();
  return opened.ok ? { change: done, next: paths.staff.batch(opened.batchId) } : { change: opened, next };
}
