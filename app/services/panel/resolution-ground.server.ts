import type { ResolutionGround } from "#app/domain/panel/resolution.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { waitsForPanel } from "#app/services/priority/urgent-priority.ts";
import { meetingsOfCycle } from "#db/queries/panel.ts";
import { countOfCycle, shortlistOf, type ShortlistedCandidate } from "#db/queries/panel-cycle.ts";
import { lockPriority } from "#db/queries/priority.ts";
import type { Db } from "#db/types.ts";
import type { MeetingRecord } from "./open-resolution.server.ts";

/** What a resolution is about, and what it is judged against. */
export interface ResolutionSubjects {
  ground: ResolutionGround;
  /** By the id of the candidate or the urgent priority. */
  titles: ReadonlyMap<string, string>;
  candidates: readonly ShortlistedCandidate[];
  isLowParticipation: boolean;
}

/** Null where what was to be decided is not there any more. */
export async function groundOf(
  tx: Db,
  { resolution, items }: Pick<MeetingRecord, "resolution" | "items">,
  room: number,
  now: Date,
): Promise<ResolutionSubjects | null> {
  if (resolution.kind === "confirm-urgent") return confirmationGround(tx, items[0]?.priorityId ?? null, now);
  if (resolution.cycleId === null) return null;
  const count = await countOfCycle(tx, resolution.cycleId);
  if (count === null) return null;
  const before = await meetingsOfCycle(tx, resolution.cycleId);
  const candidates = await shortlistOf(tx, resolution.cycleId);
  return {
    ground: {
      order: count.rows,
      room,
      isIndicative: count.isLowParticipation,
      hasRunOutreach: before.hasRunOutreach,
      needsBatchNote: count.needsPanelNote,
    },
    titles: new Map(candidates.map(({ id, title }) => [id, title])),
    candidates,
    isLowParticipation: count.isLowParticipation,
  };
}

async function confirmationGround(
  tx: Db,
  priorityId: string | null,
  now: Date,
): Promise<ResolutionSubjects | null> {
  const priority = priorityId === null ? null : await lockPriority(tx, priorityId);
  if (priority === null || !waitsForPanel(priority, londonDay(now))) return null;
  return {
    // It holds its place already.
    ground: {
      order: [{ id: priority.id, rank: 1 }],
      room: 1,
      isIndicative: false,
      hasRunOutreach: false,
      needsBatchNote: false,
    },
    titles: new Map([[priority.id, priority.title]]),
    candidates: [],
    isLowParticipation: false,
  };
}
