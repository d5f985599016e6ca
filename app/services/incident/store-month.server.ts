import { platform } from "#app/domain/actor.ts";
import { ImportRefused, type JobDeps } from "#app/services/edition/import.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { editionInForce } from "#db/queries/edition.ts";
import { lockNoun } from "#db/queries/edition-switch.ts";
import { findIncidentMonth, replaceIncidentMonth, type IncidentMonth } from "#db/queries/incident-import.ts";

/**
 * Puts a month in the place of what was loaded of it before, in one transaction; changes nothing where it is the same
 * and was counted in the same boundaries. Throws `ImportRefused` where the boundaries changed since it was counted.
 */
export function storeMonth(
  { db, now }: JobDeps,
  month: IncidentMonth,
  { editionId, refused }: { editionId: string; refused: number },
): Promise<"loaded" | "unchanged"> {
  return db.transaction(async (tx) => {
    // One import of incidents at a time, and no switch of boundaries beside it.
    await lockNoun(tx, "boundaries");
    const boundaries = await editionInForce(tx, "boundaries");
    if (boundaries?.id !== editionId) {
      throw new ImportRefused(
        `The boundaries changed while ${month.month.slice(0, 7)} was counted. Import it again.`,
      );
    }
    const before = await findIncidentMonth(tx, month.source, month.month);
    const countedIn = before === null ? null : await editionInForce(tx, "boundaries", before.importedAt);
    if (before !== null && countedIn?.id === editionId && isSame(before, month)) return "unchanged";
    // why: a clock set back must not make it look counted in the boundaries before.
    const at = new Date(Math.max(now().getTime(), boundaries.inForceFrom.getTime()));
    await replaceIncidentMonth(tx, month, at);
    await recordAudit(tx, platform(), at, {
      action: "incident.import",
      subjectKind: "incident-month",
      subjectId: month.month,
      details: {
        rows: month.rows,
        outside: month.outside,
        withoutPosition: month.withoutPosition,
        refused,
        replaced: before !== null,
      },
    });
    return "loaded";
  });
}

const facts = ["rows", "withoutPosition", "outside", "digest", "attribution"] as const;

function isSame(before: IncidentMonth, after: IncidentMonth): boolean {
  const keyed = ({ counts }: IncidentMonth) =>
    counts.map(({ neighbourhoodId, kind, count }) => `${neighbourhoodId} ${count} ${kind}`).sort();
  const [was, is] = [keyed(before), keyed(after)];
  return (
    facts.every((fact) => before[fact] === after[fact]) &&
    was.length === is.length &&
    was.every((row, at) => row === is[at])
  );
}
