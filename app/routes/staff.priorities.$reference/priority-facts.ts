import { dayInWords } from "#app/domain/account/day-words.ts";
import { acceptanceDueOn } from "#app/domain/priority/accept.ts";
import { priorityOriginWords } from "#app/domain/priority/origin.ts";
import { priorityStateWords } from "#app/domain/priority/states.ts";
import type { Settings } from "#app/domain/settings/settings.ts";
import type { Day } from "#app/domain/team/day.ts";
import { waitsForPanel } from "#app/services/priority/urgent-priority.ts";
import type { Priority } from "#db/queries/priority.ts";

const dueInWords = (due: Day, today: Day) => `By ${dayInWords(due)}${due < today ? ": overdue" : ""}`;

/** What is true of a priority, and the clocks that run on it. */
export function priorityFacts(
  priority: Priority,
  place: string,
  { today, settings }: { today: Day; settings: Settings },
): { term: string; value: string }[] {
  const { state, adoptedOn, reviewDueOn, reviewedAt, lapsesOn, reference, origin, urgentReason } = priority;
  const facts = [
    { term: "Reference", value: reference },
    { term: "Neighbourhood", value: place },
    { term: "Where it comes from", value: priorityOriginWords[origin] },
    { term: "Standing", value: priorityStateWords[state] },
  ];
  if (priority.isInterim) facts.push({ term: "Panel", value: "Interim: key individuals voted" });
  if (priority.isLowParticipation) facts.push({ term: "Vote", value: "Low participation" });
  if (adoptedOn !== null) facts.push({ term: "Adopted on", value: dayInWords(adoptedOn) });
  if (urgentReason !== null) facts.push({ term: "Why it could not wait", value: urgentReason });
  if (state === "adopted" && adoptedOn !== null && priority.reviewedAt === null)
    facts.push({
      term: "Inspector’s answer",
      value: dueInWords(acceptanceDueOn(adoptedOn, settings.acceptanceDays), today),
    });
  if (state === "declined-by-force" && reviewedAt === null && reviewDueOn !== null)
    facts.push({ term: "BCU commander’s review", value: dueInWords(reviewDueOn, today) });
  if (waitsForPanel(priority, today) && lapsesOn !== null)
    facts.push({ term: "Lapses", value: `On ${dayInWords(lapsesOn)}, unless the panel confirms it` });
  return facts;
}
