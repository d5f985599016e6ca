import { z } from "zod";
import { optionalDay } from "#app/components/staff/day-schema.ts";
import type { DayParts } from "#app/domain/account/day-parts.ts";
import { codes } from "#app/domain/abstraction/codes.ts";
import { askingRoles, mostStaff, type EntryFacts } from "#app/domain/abstraction/entry.ts";
import { clockSides } from "#app/domain/abstraction/local-time.ts";
import { dayChoices, shiftChoices, type TypedTimes } from "#app/domain/abstraction/typed-times.ts";

const line = z.string().trim().max(2_000).optional();
const orNull = z.preprocess((value) => (value === "" ? undefined : value), z.uuid().optional());
const staff = (message: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,2}$/, message)
    .transform(Number)
    .pipe(z.number().max(mostStaff))
    .optional();

/** What is said of an entry, in the log and in a correction. */
export const entryFields = {
  code: z.enum(codes, { error: "Select what they were used for" }),
  responseTeamId: orNull,
  minimum: staff("Enter the minimum as a whole number, like 8"),
  actual: staff("Enter how many officers there were as a whole number, like 6"),
  when: z.enum(shiftChoices).default("from-now"),
  day: z.enum(dayChoices).default("today"),
  otherDay: optionalDay("The day must be a real date, like 27 3 2026"),
  startsAt: line,
  startSide: z.enum(clockSides).optional(),
  endsAt: line,
  endSide: z.enum(clockSides).optional(),
  endDay: optionalDay("The last day must be a real date, like 27 3 2026"),
  isPlanned: z.literal("yes").optional(),
  requesterUnit: line,
  requesterRole: z.enum(askingRoles).optional(),
  authoriserRole: z.enum(askingRoles).optional(),
  exemptIncident: line,
  reason: line,
  neighbourhoodId: orNull,
  priorityId: orNull,
  notDone: line,
  evidenceReference: line,
};

type EntryForm = z.output<z.ZodObject<typeof entryFields>>;

/** The facts of a form, as the rules take them. */
export const factsOfForm = (form: EntryForm): EntryFacts => ({
  isPlanned: form.isPlanned === "yes",
  requesterUnit: form.requesterUnit ?? null,
  requesterRole: form.requesterRole ?? null,
  authoriserRole: form.authoriserRole ?? null,
  exemptIncident: form.exemptIncident ?? null,
  reason: form.reason ?? null,
  neighbourhoodId: form.neighbourhoodId ?? null,
  priorityId: form.priorityId ?? null,
  notDone: form.notDone ?? null,
  responseTeamId: form.responseTeamId ?? null,
  minimum: form.minimum ?? null,
  actual: form.actual ?? null,
  evidenceReference: form.evidenceReference ?? null,
});

/** The times of a form, as the rules read them. */
export const timesOfForm = (form: EntryForm, at: Date | null): TypedTimes => ({
  when: form.when,
  at,
  day: form.day,
  otherDay: form.otherDay,
  startsAt: form.startsAt ?? "",
  startSide: form.startSide ?? null,
  endsAt: form.endsAt ?? "",
  endSide: form.endSide ?? null,
  endDay: form.endDay,
});

// An interface would want an index for every other name.
export type EntryFormFields = {
  code: string;
  responseTeamId: string;
  minimum: string;
  actual: string;
  when: string;
  day: string;
  otherDay: DayParts | undefined;
  startsAt: string;
  startSide: string;
  endsAt: string;
  endSide: string;
  endDay: DayParts | undefined;
  isPlanned: string;
  requesterUnit: string;
  requesterRole: string;
  authoriserRole: string;
  exemptIncident: string;
  reason: string;
  neighbourhoodId: string;
  priorityId: string;
  notDone: string;
  evidenceReference: string;
};
