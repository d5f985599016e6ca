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

/**
 * Writes to all who raised a concern or added themselves, and to the raisers of what was merged into it, in the
 * transaction of the step that it tells of. `line` is ours, never a resident's. Call it as the platform or as staff.
 */
export async function tellRaisers(
  tx: Db,
  now: Date,
  concernId: string,
  line: string,
  except: string | null = null,
): Promise<void> {
  const readers = await listRaisers(tx, concernId, "concern-update");
  const others = readers.filter(({ accountId }) => accountId !== except);
  if (others.length === 0) return;
  const reference = await findConcernReference(tx, concernId);
  if (reference === null) return;
  const body = bodyOf(reference, line);
  // The purpose has a subject of its own, which reveals nothing.
  await queueMailToMany(tx, now, { purpose: "concern-update", subject: "", body }, others);
}
