import type { FieldError } from "#app/domain/account/change.ts";
import { rungs, type EscalationDays, type Rung } from "#app/domain/tasking/escalation.ts";

/** The setting that holds when each rung is told of a late action: four figures that go together. */
export const escalationKey = "taskingEscalation";

export const defaultEscalation: EscalationDays = { owner: 1, lead: 7, chair: 14, board: 28 };

/** No longer than a year: an action that nobody hears of for longer has no day. */
export const mostEscalationDays = 365;

export const rungWords: Readonly<Record<Rung, string>> = {
  owner: "Whoever does it",
  lead: "The agency’s lead",
  chair: "The chair of the tasking group",
  board: "The board",
};

/** What is wrong with these figures; nothing where they can stand. Each rung that is told comes after the one before. */
export function problemsOfEscalation(days: EscalationDays): FieldError[] {
  const problems: FieldError[] = [];
  let before: Rung | null = null;
  for (const rung of rungs) {
    const value = days[rung];
    if (!Number.isInteger(value) || value < 0 || value > mostEscalationDays) {
      const message = `Enter a whole number of days from 0 to ${mostEscalationDays}`;
      problems.push({ field: rung, message });
    } else if (value > 0) {
      if (before !== null && value < days[before]) {
        const message = `Enter ${days[before]} or more: ${rungWords[before].toLowerCase()} is told first, or enter 0`;
        problems.push({ field: rung, message });
      } else before = rung;
    }
  }
  return problems;
}

/** The figures as they were stored; the defaults where nothing is stored that can stand. */
export function escalationOf(stored: unknown): EscalationDays {
  if (typeof stored !== "object" || stored === null) return defaultEscalation;
  const kept = new Map<string, unknown>(Object.entries(stored));
  const figure = (rung: Rung) => {
    const value = kept.get(rung);
    return typeof value === "number" ? value : Number.NaN;
  };
  const days = {
    owner: figure("owner"),
    lead: figure("lead"),
    chair: figure("chair"),
    board: figure("board"),
  };
  return problemsOfEscalation(days).length === 0 ? days : defaultEscalation;
}

/** The figures in one word, to see whether they are still those that were shown: "1-7-14-28". */
export const escalationStamp = (days: EscalationDays): string => rungs.map((rung) => days[rung]).join("-");
