import { queueMailToMany } from "#app/services/mail/queue-mail-to-many.server.ts";
import { findConcernReference } from "#db/queries/concern.ts";
import { listRaisers } from "#db/queries/concern-raisers.ts";
import type { Db } from "#db/types.ts";

const bodyOf = (reference: string, line: string) =>
  [
    `There is news of ${reference}, which you raised or added yourself to.`,
    line,
    "To read every step so far, sign in on our website and open “Your concerns”.",
    "If someone is in danger, call 999. This mailbox is not read.",
  ].join("\n\n");

/** As `tellRaisersOf`, of one concern. */
export async function tellRaisers(
  tx: Db,
  now: Date,
  concernId: string,
  line: string,
  except: string | null = null,
): Promise<void> {
  const reference = await findConcernReference(tx, concernId);
  if (reference !== null) await tellRaisersOf(tx, now, [{ id: concernId, reference }], line, except);
}

/**
 * Writes to all who raised some concerns or added themselves, and to the raisers of what was merged into them, in the
 * transaction of the step that it tells of: once for each concern. `line` is ours, never a resident's. Call it as the
 * platform or as staff.
 */
export async function tellRaisersOf(
  tx: Db,
  now: Date,
  concerns: readonly { id: string; reference: string }[],
  line: string,
  except: string | null = null,
): Promise<void> {
  if (concerns.length === 0) return;
  const references = new Map(concerns.map(({ id, reference }) => [id, reference]));
  const readers = await listRaisers(tx, [...references.keys()], "concern-update");
  await queueMailToMany(
    tx,
    now,
    // The purpose has a subject of its own, which reveals nothing.
    { purpose: "concern-update", subject: "" },
    readers
      .filter(({ accountId }) => accountId !== except)
      .map((reader) => ({ ...reader, body: bodyOf(references.get(reader.concernId) ?? "", line) })),
  );
}
