import { planFieldNames, planFields, type PlanFieldName } from "#app/domain/plan/fields.ts";
import { planStages, type PlanStage } from "#app/domain/plan/states.ts";
import { addDays, daysBetween, type Day } from "#app/domain/team/day.ts";
import { said, planTexts } from "./plan-texts.ts";
import type { HistoryRows } from "./rows.ts";
import type { Story } from "./story.ts";
import { atHour, between, type Telling } from "./telling.ts";

type Change = HistoryRows["planChanges"][number];

type Part = (typeof planFields)[PlanFieldName]["part"];

/** When a part of a plan was worked on for the first time, until the stage after it was opened. */
function timeOf(story: Story, part: Part): { from: Day; until: Day } | null {
  const { life } = story;
  const opened = life.stretches[0]?.opened;
  const from = part === "draft" ? life.heldOn : opened?.get(part);
  if (from === undefined) return null;
  const next: PlanStage | undefined = planStages[planStages.indexOf(part) + 1];
  const until = (next === undefined ? undefined : opened?.get(next)) ?? life.stretches[0]?.reportOn;
  return { from, until: until ?? addDays(from, 14) };
}

/** Every value that the fields of a plan had by now, in order; some of them rewritten by somebody else. */
export function changesOf(telling: Telling, story: Story): Change[] {
  const { now } = telling;
  const writers = writersOf(telling);
  const texts = planTexts(story);
  const changes: Change[] = [];
  const versions = new Map<PlanFieldName, number>();
  const write = (name: PlanFieldName, value: string, on: Day, by: string | null) => {
    const at = atHour(on, between(story.random, 9, 16), story.random.index(60));
    if (at > now) return;
    const version = (versions.get(name) ?? 0) + 1;
    versions.set(name, version);
    changes.push({ planId: story.planId, name, value, version, at, by });
  };
  for (const name of planFieldNames) {
    const text = texts[name];
    const time = timeOf(story, planFields[name].part);
    if (text === undefined || time === null) continue;
    const length = Math.max(1, daysBetween(time.from, time.until));
    const first = addDays(time.from, Math.floor(length * story.random.next() * 0.5));
    const draft = Object.entries(story.problem.firstDrafts).find(([field]) => field === name)?.[1];
    if (draft !== undefined) {
      write(name, said(draft, story), first, writers.first);
      write(name, text, addDays(first, Math.max(1, Math.floor(length / 3))), writers.second);
    } else write(name, text, first, planFields[name].part === "analysis" ? writers.analyst : writers.first);
  }
  rewriteAfterReturn(story, changes, write, writers.second);
  // A field that was rewritten the same hour comes after what it replaced.
  return changes.sort((one, other) => one.at.getTime() - other.at.getTime() || one.version - other.version);
}

/** What is put otherwise once residents have said that it is not enough. */
function rewriteAfterReturn(
  { life, problem }: Story,
  changes: readonly Change[],
  write: (name: PlanFieldName, value: string, on: Day, by: string | null) => void,
  by: string | null,
): void {
  const [, again] = life.stretches;
  if (again === undefined) return;
  const add = (name: PlanFieldName, more: string, days: number) => {
    const last = changes.filter((change) => change.name === name).at(-1);
    if (last !== undefined) write(name, `${last.value} ${more}`, addDays(again.from, days), by);
  };
  add("causes", problem.outcome.short, 3);
  add(
    "options",
    "After residents answered: more of what worked, at the times and places that they named.",
    6,
  );
}

/** The fields as they stand: the last value of each. */
export function fieldsOf(changes: readonly Change[]): HistoryRows["planFields"] {
  const last = new Map(changes.map((change) => [change.name, change]));
  return [...last.values()].map(({ planId, name, value, version, at, by }) => ({
    planId,
    name,
    value,
    version,
    changedAt: at,
    changedBy: by ?? null,
  }));
}

function writersOf({ people: { sergeantId, officerIds, analystId } }: Telling) {
  return { first: officerIds[0] ?? sergeantId, second: sergeantId, analyst: analystId ?? sergeantId };
}
