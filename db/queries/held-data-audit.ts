import { and, desc, eq, or } from "drizzle-orm";
import { auditEvents } from "#db/schema/audit.ts";
import { type HeldPart, mostRows } from "./held-data.ts";

/** What the audit record says that the person did. It holds opaque numbers and cannot be changed. */
export const heldAudit: HeldPart = {
  tables: ["audit_events"],
  read: (db, { accountId }) =>
    db
      .select({
        number: auditEvents.number,
        at: auditEvents.at,
        action: auditEvents.action,
        subjectKind: auditEvents.subjectKind,
        reason: auditEvents.reason,
        details: auditEvents.details,
      })
      .from(auditEvents)
      .where(
        or(
          eq(auditEvents.actorId, accountId),
          and(eq(auditEvents.subjectKind, "account"), eq(auditEvents.subjectId, accountId)),
        ),
      )
      .orderBy(desc(auditEvents.number))
      .limit(mostRows),
  erase: () => Promise.resolve(),
};
