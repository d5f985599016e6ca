import { z } from "zod";
import { optionalDay } from "#app/components/staff/day-schema.ts";
import { partsOfDay, type DayParts } from "#app/domain/account/day-parts.ts";
import { measureAims, measureKinds } from "#app/domain/measure/measure.ts";
import type { WantedMeasure } from "#app/domain/measure/wanted-measure.ts";
import { addDays } from "#app/domain/team/day.ts";

const line = z.string().optional().default("");
const figure = z
  .string()
  .trim()
  .optional()
  .transform((typed, context): number | null => {
    if (typed === undefined || typed === "") return null;
    if (/^\d{1,7}(\.\d{1,4})?$/.test(typed)) return Number(typed);
    context.addIssue({ code: "custom", message: "Enter a number, like 12 or 4.5" });
    return z.NEVER;
  });
const realDate = "Enter a real date, like 1 1 2026";

/** What a measure is, apart from its kind, as the forms ask for it. */
export const measureFieldsSchema = {
  title: line,
  unit: line,
  source: line,
  aim: z.enum(measureAims, { error: "Choose which way is better" }),
  incidentKinds: z.array(z.string().max(60)).max(20).optional().default([]),
  baseline: figure,
  target: figure,
  baselineFrom: optionalDay(realDate),
  baselineTo: optionalDay(realDate),
  isPublic: z
    .enum(["yes", "no"], { error: "Choose whether residents see it" })
    .transform((choice) => choice === "yes"),
};

export const newMeasureSchema = z.object({
  kind: z.enum(measureKinds, { error: "Choose where the figures come from" }),
  ...measureFieldsSchema,
});

// An interface would want an index for every other name.
export type MeasureFormFields = {
  kind: string;
  title: string;
  unit: string;
  source: string;
  aim: string;
  incidentKinds: string[];
  baseline: string;
  target: string;
  baselineFrom: DayParts | undefined;
  baselineTo: DayParts | undefined;
  isPublic: string;
};

const text = (value: number | null) => (value === null ? "" : String(value));

type Kept = Omit<WantedMeasure, "incidentKinds" | "baselineTo"> & {
  incidentKinds: readonly string[] | null;
  baselineUntil: string | null;
};

/** A stored measure as the form shows it. */
export const typedMeasure = (measure: Kept): MeasureFormFields => ({
  kind: measure.kind,
  title: measure.title,
  unit: measure.unit,
  source: measure.source,
  aim: measure.aim,
  incidentKinds: [...(measure.incidentKinds ?? [])],
  baseline: text(measure.baseline),
  target: text(measure.target),
  baselineFrom: measure.baselineFrom === null ? undefined : partsOfDay(measure.baselineFrom),
  baselineTo: measure.baselineUntil === null ? undefined : partsOfDay(addDays(measure.baselineUntil, -1)),
  isPublic: measure.isPublic ? "yes" : "no",
});
