import type { ImpactTrigger, TensionGrade } from "#app/domain/impact/impact.ts";
import { reviewDueAfter } from "#app/domain/impact/review.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import type * as schema from "#db/schema/index.ts";
import { seedId } from "#db/seed/seed-id.ts";
import { toldImpacts, type ToldImpact } from "./impacts.ts";
import { numberedReference } from "./numbered-reference.ts";
import { accountId } from "./telling.ts";

export interface ImpactRows {
  assessments: (typeof schema.impactAssessments.$inferInsert)[];
  neighbourhoods: (typeof schema.impactNeighbourhoods.$inferInsert)[];
  consultations: (typeof schema.impactConsultations.$inferInsert)[];
  reviews: (typeof schema.impactReviews.$inferInsert)[];
  actions: (typeof schema.impactActions.$inferInsert)[];
}

const hourMs = 3_600_000;

export const impactId = (code: string): string => seedId("impact-assessment", code);

/** The community impact assessments of the demonstration, as they stand at a moment. */
export function impactRows(now: Date): ImpactRows {
  const rows: ImpactRows = {
    assessments: [],
    neighbourhoods: [],
    consultations: [],
    reviews: [],
    actions: [],
  };
  toldImpacts.forEach((told, index) => addImpact(rows, told, index, now));
  return rows;
}

function addImpact(rows: ImpactRows, told: ToldImpact, index: number, now: Date): void {
  const ago = (hours: number) => new Date(now.getTime() - hours * hourMs);
  const ahead = (hours: number) => new Date(now.getTime() + hours * hourMs);
  const assessmentId = impactId(told.code);
  const openedBy = accountId(told.inspector);
  const { closed, consulted, reviewed, acted } = told;
  const tension: TensionGrade = told.tension;
  const trigger: ImpactTrigger = told.trigger;
  rows.assessments.push({
    id: assessmentId,
    reference: numberedReference("impact", index + 1),
    trigger,
    ...told.words,
    tension,
    isProportionate: true,
    reviewDueAt: closed === null ? ahead(told.reviewInHours) : null,
    openedBy,
    openedAt: ago(told.openedHoursAgo),
    closedAt: closed === null ? null : ago(closed.hoursAgo),
    closingWords: closed?.words ?? null,
    changedAt: ago(closed?.hoursAgo ?? reviewed.at(-1)?.hoursAgo ?? told.openedHoursAgo),
    version: 1 + reviewed.length + (closed === null ? 0 : 1),
  });
  rows.neighbourhoods.push(
    ...told.neighbourhoods.map((code) => ({ assessmentId, neighbourhoodId: seedId("neighbourhood", code) })),
  );
  consulted.forEach(({ kind, who, adviser, question, askedHoursAgo, advice }, at) =>
    rows.consultations.push({
      id: seedId("impact-consultation", `${told.code}:${at}`),
      assessmentId,
      kind,
      who,
      adviserId: adviser === null ? null : accountId(adviser),
      question,
      askedBy: openedBy,
      askedAt: ago(askedHoursAgo),
      advice: advice?.words ?? null,
      advisedAt: advice === null ? null : ago(advice.hoursAgo),
    }),
  );
  reviewed.forEach(({ hoursAgo, tension: found, words }, at) => {
    const isLast = closed === null && at === reviewed.length - 1;
    rows.reviews.push({
      id: seedId("impact-review", `${told.code}:${at}`),
      assessmentId,
      at: ago(hoursAgo),
      dueAt: isLast ? ahead(told.reviewInHours) : reviewDueAfter(found, ago(hoursAgo), null),
      tension: found,
      words,
      by: openedBy,
    });
  });
  acted.forEach(({ task, position, dueInDays, result }, at) =>
    rows.actions.push({
      id: seedId("impact-action", `${told.code}:${at}`),
      assessmentId,
      task,
      position,
      dueOn: addDays(londonDay(now), dueInDays),
      result,
      doneAt: result === null ? null : ago(Math.max(1, -dueInDays * 24 + 3)),
      addedBy: openedBy,
      addedAt: ago(told.openedHoursAgo),
    }),
  );
}
