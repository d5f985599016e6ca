import { dayInWords } from "#app/domain/account/day-words.ts";
import type { Scope } from "#app/domain/actor.ts";
import type { ExceptionKind } from "#app/domain/plan/exceptions.ts";
import { daysLateInWords, reviewerWords } from "#app/domain/plan/review.ts";
import { addDays, daysBetween, type Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { actionsLateOn, reviewsDueBy, type DayPage } from "#db/queries/plan-due.ts";
import { listPausedPast, listReturned, listUnplanned } from "#db/queries/plan-exception.ts";
import type { Db } from "#db/types.ts";

/** One thing to look at: which priority, what is wrong with it, and where to look. */
export interface Exception {
  id: string;
  /** The day that the list is in the order of. */
  day: Day;
  reference: string;
  title: string;
  place: string;
  words: string;
  to: string;
}

interface Days {
  today: Day;
  plannedBefore: Day;
}

const late = (day: Day, today: Day) => daysLateInWords(daysBetween(day, today));

function missingWords(has: { hasProblemPlan: boolean; hasEngagementPlan: boolean }): string {
  if (!has.hasProblemPlan && !has.hasEngagementPlan) return "Neither plan is written";
  return has.hasProblemPlan ? "The engagement plan is not written" : "The problem plan has no objective";
}

/** A page of one list of exceptions. */
export async function readExceptions(
  tx: Db,
  kind: ExceptionKind,
  scope: Scope,
  { today, plannedBefore }: Days,
  page: DayPage,
): Promise<Exception[]> {
  const shown = (
    { id, reference, title, place }: Pick<Exception, "id" | "reference" | "title" | "place">,
    rest: Pick<Exception, "day" | "words" | "to">,
  ): Exception => ({ id, reference, title, place, ...rest });
  const stepsOf = ({ reference }: { reference: string }) => paths.staff.planSteps(reference);
  switch (kind) {
    case "unplanned":
      return (await listUnplanned(tx, scope, plannedBefore, page)).map((row) =>
        shown(row, {
          day: row.day,
          words: `Adopted on ${dayInWords(row.day)}. ${missingWords(row)}`,
          to: row.isBegun ? stepsOf(row) : paths.staff.priority(row.reference),
        }),
      );
    case "reviews":
      return (await reviewsDueBy(tx, { sergeant: scope, inspector: scope }, addDays(today, -1), page)).map(
        (row) =>
          shown(row, {
            day: row.dueOn,
            words: `${reviewerWords[row.reviewer]}’s review: ${late(row.dueOn, today)}`,
            to: paths.staff.planReview(row.reference, row.reviewer),
          }),
      );
    case "actions":
      return (await actionsLateOn(tx, scope, today, page)).map((row) =>
        shown(row, {
          day: row.dueOn,
          words: `Action ${row.number}, “${row.task}”: ${late(row.dueOn, today)}${row.state === "blocked" ? ", blocked" : ""}`,
          to: paths.staff.planAction(row.reference, row.number),
        }),
      );
    case "paused":
      return (await listPausedPast(tx, scope, today, page)).map((row) =>
        shown(row, {
          day: row.day,
          words: `Paused until ${dayInWords(row.day)}, and not taken up again`,
          to: stepsOf(row),
        }),
      );
    case "returned":
      return (await listReturned(tx, scope, page)).map((row) =>
        shown(row, {
          day: row.day,
          words: `Returned on ${dayInWords(row.day)}`,
          to: stepsOf(row),
        }),
      );
  }
}
