import { problemsOfPublicWords } from "#app/domain/concern/summary-check.ts";
import { outcomeRatings, planFields, type PlanFieldName } from "./fields.ts";

/** A field as somebody sends it: what they wrote, over what they had read. */
export interface SentField {
  name: PlanFieldName;
  value: string;
  /** Of what was read; nought where nothing was written. */
  version: number;
}

export interface StoredField {
  name: PlanFieldName;
  value: string;
  version: number;
}

export interface FieldProblem {
  name: PlanFieldName;
  message: string;
}

/** What becomes of fields that were sent: written, in the way of somebody else, or wrong. */
export interface SaveResult {
  written: StoredField[];
  /** What somebody else wrote meanwhile: it stays, and both are shown. */
  conflicts: StoredField[];
  problems: FieldProblem[];
}

const mostFieldCharacters = 4_000;
const mostLineCharacters = 200;

const numberPattern = /^\d{1,9}(\.\d{1,2})?$/;
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

// The clock takes 31 February for 3 March.
function isRealDay(value: string): boolean {
  const at = new Date(`${value}T00:00:00Z`);
  return dayPattern.test(value) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

/** Why a field cannot hold what was written, in words, one line each; an empty one may always be kept. */
export function problemsOfField(name: PlanFieldName, value: string): string[] {
  const { kind, label } = planFields[name];
  if (value.trim() === "") return [];
  if (kind === "number") return numberPattern.test(value.trim()) ? [] : ["Enter a number, like 24 or 3.5"];
  if (kind === "day") return isRealDay(value) ? [] : ["Enter a real date, like 31 3 2027"];
  if (kind === "choice")
    return outcomeRatings.some((rating) => rating === value) ? [] : ["Choose what came of it"];
  const most = kind === "line" ? mostLineCharacters : mostFieldCharacters;
  if (value.length > most)
    return [`Shorten “${label}” to ${most} characters or fewer. It has ${value.length}`];
  return problemsOfPublicWords(value);
}

/** The fields that were read before somebody else changed them. */
export const staleOf = (sent: readonly SentField[], stored: readonly StoredField[]): SentField[] =>
  sent.filter(({ name, version }) => version !== (stored.find((one) => one.name === name)?.version ?? 0));

/**
 * Judges what was sent against what stands. A field that somebody else changed meanwhile is written only where both
 * wrote the same; text that names somebody is refused in either layer, for a plan is no place for it. A form without
 * script sends every box of its part: what is as it was read (`asRead`, of those that are stale) was not touched.
 */
export function judgeSave(
  sent: readonly SentField[],
  stored: readonly StoredField[],
  asRead: readonly StoredField[] = [],
): SaveResult {
  const result: SaveResult = { written: [], conflicts: [], problems: [] };
  for (const { name, value, version } of sent) {
    const now = stored.find((one) => one.name === name) ?? { name, value: "", version: 0 };
    if (now.value === value) continue;
    const read = asRead.find((one) => one.name === name && one.version === version);
    if (now.version !== version && value === (version === 0 ? "" : read?.value)) continue;
    const problems = problemsOfField(name, value);
    if (now.version !== version) result.conflicts.push(now);
    else if (problems.length > 0) result.problems.push(...problems.map((message) => ({ name, message })));
    else result.written.push({ name, value, version: version + 1 });
  }
  return result;
}
