import type { Actor } from "#app/domain/actor.ts";
import { isLate } from "#app/domain/abstraction/lateness.ts";
import { writeNextVersion } from "#db/queries/abstraction-entry.ts";
import { keepFigures } from "#db/queries/abstraction-figures.ts";
import { withActor } from "#db/with-actor.ts";
import { overtaken, problemsOfChange } from "./correct-entry.server.ts";
import { accountForDuties, recordEntry, spanOf, touchedBy, type EntryDeps } from "./keep-entry.server.ts";
import { refusedEntry, type Logged } from "./log-entry.server.ts";
import { isStillTheirs, readChangeable } from "./read-changeable.server.ts";

/** Says that an entry never was: its last version, which stays to be read. Null where it is not the actor's to change. */
export function withdrawEntry(
  { db, now }: EntryDeps,
  actor: Actor,
  { id, version, changeReason }: { id: string; version: number; changeReason: string },
): Promise<Logged | null> {
  return withActor(db, actor, async (tx): Promise<Logged | null> => {
    const found = await readChangeable(tx, actor, id, now);
    if (found === null) return null;
    const { entry, writing } = found;
    if (entry.version !== version) return overtaken;
    const errors = problemsOfChange(changeReason);
    if (errors.length > 0) return refusedEntry(errors);
    const span = spanOf(entry);
    const isDone = await keepFigures(tx, [touchedBy(entry.postId, span)], async () => {
      if (!(await isStillTheirs(tx, found, now))) return false;
      const isWritten = await writeNextVersion(tx, {
        ...entry,
        version: version + 1,
        isLatest: true,
        isWithdrawn: true,
        changeReason,
        enteredBy: actor.accountId,
        enteredAt: now,
      });
      if (isWritten) await accountForDuties(tx, [span], writing);
      return isWritten;
    });
    if (!isDone) return overtaken;
    await recordEntry(tx, writing, {
      id,
      code: entry.code,
      ...span,
      action: "abstraction.withdraw",
      version: version + 1,
      isLate: isLate(entry.startsAt, now),
    });
    return { ok: true, id, did: "logged" };
  });
}
