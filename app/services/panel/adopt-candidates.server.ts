import { dayInWords } from "#app/domain/account/day-words.ts";
import type { Actor } from "#app/domain/actor.ts";
import { adoptedInWords, type ItemResolution } from "#app/domain/panel/resolution.ts";
import { acceptanceDueOn } from "#app/domain/priority/accept.ts";
import type { Settings } from "#app/domain/settings/settings.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { tellRole } from "#app/services/notice/tell-staff.server.ts";
import { proposePriority } from "#app/services/priority/new-priority.server.ts";
import { takePriorityStep } from "#app/services/priority/take-step.server.ts";
import { insertNews } from "#db/queries/news.ts";
import { findPanelCycle } from "#db/queries/panel-cycle.ts";
import type { Priority } from "#db/queries/priority.ts";
import { placementOf } from "#db/queries/structure.ts";
import type { Db } from "#db/types.ts";
import { moveCandidatesConcerns } from "./move-candidates-concerns.server.ts";
import type { MeetingRecord } from "./open-resolution.server.ts";
import type { ResolutionSubjects } from "./resolution-ground.server.ts";

interface Resolved {
  record: MeetingRecord;
  subjects: ResolutionSubjects;
  items: readonly ItemResolution[];
  /** Few voted, and the panel adopts nothing before people were asked once more. */
  asksOnceMore: boolean;
  places: { room: number; freeSlots: readonly number[] };
}

/** Does what a panel resolved on a shortlist: as many priorities as it adopted, in the order of the vote. */
export async function adoptCandidates(
  tx: Db,
  { actor, now, settings }: { actor: Actor; now: Date; settings: Settings },
  resolved: Resolved,
): Promise<number> {
  const { record, items, asksOnceMore } = resolved;
  const adopted = items.filter(({ isAdopted }) => isAdopted);
  await tellOfCycle(
    tx,
    now,
    record,
    asksOnceMore
      ? "Few people voted: the panel asks once more before it decides."
      : `${adoptedInWords(adopted.length)}.`,
  );
  for (const [index, { candidateId }] of adopted.entries()) {
    const slot = resolved.places.freeSlots[index];
    if (slot === undefined) throw new Error("A priority was adopted for which there is no place.");
    const priority = await adopt(tx, { actor, now }, resolved, candidateId, slot);
    const due = acceptanceDueOn(londonDay(now), settings.acceptanceDays);
    await tellRole(tx, "inspector", priority.neighbourhoodId, {
      at: now,
      kind: "new",
      line: `${priority.reference}: the panel adopted it. Accept or decline it by ${dayInWords(due)}`,
      path: paths.staff.priority(priority.reference),
    });
  }
  // While people are asked once more, their concerns stay on the shortlist.
  if (!asksOnceMore) await moveCandidatesConcerns(tx, { actor, now }, resolved);
  return adopted.length;
}

async function adopt(
  tx: Db,
  { actor, now }: { actor: Actor; now: Date },
  { record: { resolution, items }, subjects }: Resolved,
  candidateId: string,
  slot: number,
): Promise<Priority> {
  const candidate = subjects.candidates.find(({ id }) => id === candidateId);
  const item = items.find((one) => one.candidateId === candidateId);
  if (candidate === undefined || item === undefined) throw new Error("An adopted candidate was not there.");
  const { category, title, statement } = candidate;
  const proposed = await proposePriority(tx, {
    neighbourhoodId: resolution.neighbourhoodId,
    origin: "community-cycle",
    category,
    title,
    statement,
    cycleId: resolution.cycleId,
    candidateId,
    isLowParticipation: subjects.isLowParticipation,
    isInterim: resolution.isInterim,
    changedAt: now,
  });
  const taken = await takePriorityStep(tx, { actor, now }, proposed, {
    step: "adopt",
    onRecord: ["resolution"],
    changes: { slot, resolutionItemId: item.id, adoptedOn: londonDay(now) },
    action: "priority.adopt",
  });
  if (!taken.ok) throw new Error("A new priority could not be adopted.");
  return taken.priority;
}

async function tellOfCycle(
  tx: Db,
  now: Date,
  { resolution: { cycleId, neighbourhoodId } }: MeetingRecord,
  line: string,
): Promise<void> {
  const cycle = cycleId === null ? null : await findPanelCycle(tx, cycleId);
  const placed = await placementOf(tx, neighbourhoodId);
  if (cycle === null || placed === null) return;
  const path = paths.cycle(placed.slug, cycle.number);
  await insertNews(tx, [{ at: now, neighbourhoodId, kind: "cycle", subjectId: cycle.id, line, path }]);
}
