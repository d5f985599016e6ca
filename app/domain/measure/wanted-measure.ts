import type { FieldError } from "#app/domain/account/change.ts";
import { problemsOfPublicWords } from "#app/domain/concern/summary-check.ts";
import type { Day } from "#app/domain/team/day.ts";
import type { MeasureAim, MeasureKind } from "./measure.ts";

/** A measure as it is wanted, added anew or changed. */
export interface WantedMeasure {
  kind: MeasureKind;
  title: string;
  unit: string;
  source: string;
  aim: MeasureAim;
  /** None where no recorded incidents are counted. */
  incidentKinds: readonly string[];
  baseline: number | null;
  target: number | null;
  /** The first day of the baseline and its last. */
  baselineFrom: Day | null;
  baselineTo: Day | null;
  isPublic: boolean;
}

export const mostMeasures = 12;
const longest = { title: 120, unit: 60, source: 120 } as const;
const missing = {
  title: "Enter what is counted",
  unit: "Enter what one figure is of, such as “reports a month”",
  source: "Enter where the figures come from",
} as const;
const lines = ["title", "unit", "source"] as const;

/** What is wrong with a measure, each at its field. Residents read its words, so they name nobody. */
export function problemsOfMeasure(wanted: WantedMeasure): FieldError[] {
  const { kind, incidentKinds, baselineFrom, baselineTo } = wanted;
  const errors: FieldError[] = [];
  const say = (field: string, message: string) => errors.push({ field, message });
  for (const field of lines) {
    const text = wanted[field].trim();
    if (text === "") say(field, missing[field]);
    if (text.length > longest[field]) say(field, `Shorten this to ${longest[field]} characters or fewer`);
    for (const message of problemsOfPublicWords(text)) say(field, message);
  }
  if (kind === "incidents" && incidentKinds.length === 0)
    say("incidentKinds", "Choose the kinds of incident that are counted");
  for (const field of ["baseline", "target"] as const) {
    const value = wanted[field];
    if (value === null) continue;
    if (value < 0) say(field, "Enter a figure that is nought or more");
    if (kind === "survey" && value > 100) say(field, "Enter a share from 0 to 100");
  }
  if (baselineFrom !== null && baselineTo === null)
    say("baselineTo", "Enter the last day of the time that the start is of");
  if (baselineFrom === null && baselineTo !== null)
    say("baselineFrom", "Enter the first day of the time that the start is of");
  if (baselineFrom !== null && baselineTo !== null && baselineTo < baselineFrom)
    say("baselineTo", "Enter a last day that is not before the first");
  return errors;
}
