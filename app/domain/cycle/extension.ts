import type { FieldError } from "#app/domain/account/change.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import type { Day } from "#app/domain/team/day.ts";
import { cycleStages, stageWords, type CycleStage } from "./stages.ts";
import { extraDaysOf, type CycleSettings, type StageChange, type Timetable } from "./timetable.ts";

/** A cycle as far as an extension depends on it. */
export interface Extendable {
  stage: CycleStage;
  timetable: Timetable;
  changes: readonly StageChange[];
}

/** What is wrong with extending a stage on a day; nothing when all is well. */
export function problemsOfExtension(
  { stage, extraDays, reason }: StageChange,
  { stage: reached, timetable, changes }: Extendable,
  { mostExtraDays }: CycleSettings,
  today: Day,
): FieldError[] {
  const left = mostExtraDays - extraDaysOf(stage, changes);
  const problems: FieldError[] = [];
  // why: a stage can be behind without its last day: a vote that did not open for want of candidates.
  const isBehind = cycleStages.indexOf(stage) < cycleStages.indexOf(reached);
  if (isBehind || timetable[stage].lastDay < today)
    problems.push({ field: "stage", message: "Choose a stage that is not over" });
  else if (left < 1)
    problems.push({
      field: "stage",
      message: `This stage has been extended by ${mostExtraDays} days already`,
    });
  else if (!Number.isInteger(extraDays) || extraDays < 1 || extraDays > left)
    problems.push({ field: "extraDays", message: `Days to add must be a whole number from 1 to ${left}` });
  if (reason.trim() === "")
    problems.push({ field: "reason", message: "Enter the reason, as residents will read it" });
  return problems;
}

/** What the page says of an extension; the timetable is the one with it. */
export const extensionLine = ({ stage, extraDays, reason }: StageChange, timetable: Timetable): string =>
  `${stageWords[stage].name}: ${extraDays} more ${extraDays === 1 ? "day" : "days"}, until ${dayInWords(timetable[stage].lastDay)}. ${reason}`;
