import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { refused, type Refused } from "#app/domain/account/change.ts";
import { scopeOf, type Actor } from "#app/domain/actor.ts";
import type { Stated } from "#app/domain/roster/account.ts";
import type { LateReason } from "#app/domain/roster/late-reasons.ts";
import { mustBeAllowed } from "#app/services/account/must-be-allowed.ts";
import { ImportRefused } from "#app/services/edition/import.server.ts";
import type { Db } from "#db/types.ts";
import { importRoster } from "./import-roster.server.ts";

export interface Upload {
  file: File;
  mapping: string;
  stated: Stated;
  lateReason: LateReason | null;
}

/** Whether an actor may put a roster right that lies far back: whatever posts are in it, they correct them late. */
export const mayLoadLate = (actor: Actor): boolean =>
  scopeOf(actor, "abstraction:correct-late")?.isForce === true;

/**
 * Imports a roster that was sent by a form: small enough to be answered at once. What may be published stays as it is,
 * unless whoever sends it corrects that everywhere and says why.
 */
export async function importUpload(
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { file, mapping, stated, lateReason }: Upload,
): Promise<{ ok: true; id: string } | Refused> {
  mustBeAllowed(actor, "roster:import");
  const folder = await mkdtemp(join(tmpdir(), "roster-"));
  // A name of theirs leads to no other place.
  const path = join(folder, basename(file.name.replaceAll("\\", "/")) || "roster.csv");
  try {
    await writeFile(path, Buffer.from(await file.arrayBuffer()), { mode: 0o600 });
    const job = {
      db,
      now: () => now,
      progress: () => undefined,
      say: () => undefined,
      signal: new AbortController().signal,
    };
    const late = mayLoadLate(actor) ? (lateReason ?? "stay") : "stay";
    const { id } = await importRoster(job, actor, { path, mapping, stated, late });
    return { ok: true, id };
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    const problems = error.problems.map(({ where, message }) => `${where ?? ""} ${message}`.trim());
    return refused("file", [error.message, ...problems].join(" · "));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
