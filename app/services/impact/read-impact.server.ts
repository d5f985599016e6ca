import type { Actor } from "#app/domain/actor.ts";
import { impactReaderOf, mayWriteImpact } from "#app/domain/impact/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findImpact, listImpacts } from "#db/queries/impact.ts";
import { partsOfImpact } from "#db/queries/impact-parts.ts";
import { holdersOver } from "#db/queries/impact-people.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import type { ImpactDeps } from "./change-impact-held.server.ts";

/** An assessment whole, for whoever reads it; null for anybody else. Each reading is recorded. */
export const readImpact = (
  { db, now }: ImpactDeps,
  actor: Actor,
  reference: string,
  page: "impact" | "change",
) =>
  withActor(db, actor, async (tx) => {
    const reader = impactReaderOf(actor);
    const found = reader === null ? null : await findImpact(tx, reader, reference);
    if (found === null) return null;
    const { assessment, neighbourhoodIds } = found;
    const mayWrite = assessment.closedAt === null && mayWriteImpact(actor, neighbourhoodIds);
    const whole = {
      ...found,
      ...(await partsOfImpact(tx, assessment.id)),
      mayWrite,
      /** Whom a writer can ask here. */
      advisers: mayWrite ? await holdersOver(tx, "iag-adviser", neighbourhoodIds, londonDay(now)) : [],
    };
    await recordAudit(tx, actor, now, {
      action: "impact.read",
      subjectKind: "impact",
      subjectId: assessment.id,
      neighbourhoodId: neighbourhoodIds[0] ?? null,
      details: { page },
    });
    return whole;
  });

/** A page of the assessments that somebody reads; null for who reads none anywhere. Recorded too: it says where tension is. */
export const readImpacts = (
  { db, now }: ImpactDeps,
  actor: Actor,
  which: Parameters<typeof listImpacts>[2],
) =>
  withActor(db, actor, async (tx) => {
    const reader = impactReaderOf(actor);
    if (reader === null) return null;
    const items = await listImpacts(tx, reader, which);
    await recordImpactsRead(tx, actor, now, { page: "list", rows: items.length });
    return items;
  });

/** Records that somebody read how tense several places are. */
export const recordImpactsRead = (
  tx: Db,
  actor: Actor,
  now: Date,
  details: { page: "list" | "meeting"; rows: number },
): Promise<void> =>
  recordAudit(tx, actor, now, { action: "impact.read", subjectKind: "impact", subjectId: null, details });
