import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { findStaged, updateStaged } from "#db/queries/edition-staging.ts";
import type { JobDeps } from "./import.server.ts";

/**
 * A staged edition is its import's claim on the noun. While it is staged, `report` holds who is at work and a
 * beat that rises: a killed import stops beating, and the next one may clear what it left. No clock is compared
 * with another machine's.
 */
const claimSchema = z.object({ host: z.string(), pid: z.number(), beat: z.number() });

const beatEveryMs = 500;
// Several beats, because a busy machine may miss one; a wrong guess costs the first import its work, nothing else.
const silentForMs = 4_000;
const lookEveryMs = 250;

const beating = new Map<string, () => void>();

/** What a staged edition carries in `report` to begin with. */
export const newClaim = (beat = 0): z.infer<typeof claimSchema> => ({
  host: hostname(),
  pid: process.pid,
  beat,
});

/** Beats for this edition until it is released, is gone, or the job is aborted. */
export function keepClaim({ db, signal }: Pick<JobDeps, "db" | "signal">, editionId: string): void {
  let beat = 0;
  const tick = async () => {
    beat += 1;
    const kept = await updateStaged(db, editionId, { report: newClaim(beat) });
    if (kept === null) releaseClaim(editionId);
  };
  const timer = setInterval(() => {
    // why: a beat missed is made up by the next; a database that is gone stops the import itself.
    void tick().catch(() => undefined);
  }, beatEveryMs);
  timer.unref();
  const release = () => {
    releaseClaim(editionId);
  };
  signal.addEventListener("abort", release, { once: true });
  beating.set(editionId, () => {
    clearInterval(timer);
    signal.removeEventListener("abort", release);
  });
}

/** Stops beating for this edition. */
export function releaseClaim(editionId: string): void {
  beating.get(editionId)?.();
  beating.delete(editionId);
}

/** Whether an import is still at work on this staged edition. Takes some seconds where only the beat can tell. */
export async function isClaimAlive(
  { db, signal }: Pick<JobDeps, "db" | "signal">,
  editionId: string,
): Promise<boolean> {
  if (beating.has(editionId)) return true;
  const read = async () => claimSchema.safeParse((await findStaged(db, editionId))?.report).data ?? null;
  const first = await read();
  if (first === null || isKnownDead(first)) return false;
  for (let waitedMs = 0; waitedMs < silentForMs; waitedMs += lookEveryMs) {
    await sleep(lookEveryMs, undefined, { signal });
    if ((await read())?.beat !== first.beat) return true;
  }
  return false;
}

/** True where this very machine can tell that the process is gone, so that nobody need wait. */
function isKnownDead({ host, pid }: z.infer<typeof claimSchema>): boolean {
  if (host !== hostname()) return false;
  // why: this process's own claims are in `beating`; the same number there before was an earlier process.
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}
