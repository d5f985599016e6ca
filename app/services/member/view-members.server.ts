import type { Actor } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { listMembers, type MemberRow } from "#db/queries/member.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { areaNames } from "./area-names.server.ts";
import { ownMember } from "./look-after-member.server.ts";
import { reachOf } from "./reach.server.ts";

interface Moment {
  db: Db;
  now: Date;
}

/** A member's role with its area in words. */
export type ViewedRole = MemberRow & { area: string };

/** The members of an actor's areas, a slice of them. Who looked is recorded, before anything is shown. */
export const viewMembers = (
  { db, now }: Moment,
  actor: Actor,
  slice: { limit: number; offset: number },
): Promise<ViewedRole[]> =>
  withActor(db, actor, async (tx) => {
    const areas = (await reachOf(tx, actor))?.filter ?? [];
    const rows = await listMembers(tx, areas, londonDay(now), slice);
    const named = await withAreas(tx, rows);
    await recordAudit(tx, actor, now, {
      action: "member.list",
      subjectKind: "account",
      subjectId: null,
      details: { count: rows.length, from: slice.offset },
    });
    return named;
  });

/** The roles of one member who is wholly the actor's to look after, recorded likewise; null for anybody else. */
export const viewMember = ({ db, now }: Moment, actor: Actor, id: string): Promise<ViewedRole[] | null> =>
  withActor(db, actor, async (tx) => {
    const roles = await ownMember(tx, now, actor, id);
    if (roles === null) return null;
    const named = await withAreas(tx, roles);
    await recordAudit(tx, actor, now, { action: "member.read", subjectKind: "account", subjectId: id });
    return named;
  });

async function withAreas(tx: Db, rows: readonly MemberRow[]): Promise<ViewedRole[]> {
  const nameOf = await areaNames(tx);
  return rows.map((row) => ({ ...row, area: nameOf({ kind: row.areaKind, id: row.areaId }) }));
}
