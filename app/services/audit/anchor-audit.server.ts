import type { Anchor } from "#app/domain/audit/anchor.ts";
import { auditHead } from "#db/queries/audit.ts";
import type { Db } from "#db/types.ts";
import { appendAnchor, type AnchorPlace } from "./anchor-file.server.ts";

export interface AnchorDeps extends AnchorPlace {
  db: Db;
  now: Date;
  /** A second place for the anchor, where nobody who writes the file can take it back: the log. */
  log: (anchor: Anchor) => void;
}

/**
 * Keeps the head of the record outside the database, signed. Every hour and when the process stops: rows after the
 * last anchor can be cut off unnoticed. Null while nothing is recorded.
 */
export async function anchorAudit({ db, now, key, file, log }: AnchorDeps): Promise<Anchor | null> {
  const head = await auditHead(db);
  if (head === null) return null;
  const anchor: Anchor = { kind: "head", ...head, at: now.toISOString(), before: null };
  await appendAnchor({ file, key }, anchor);
  log(anchor);
  return anchor;
}
