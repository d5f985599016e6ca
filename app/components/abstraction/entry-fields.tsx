import type { FieldMetadata } from "@conform-to/react";
import { Details } from "#app/components/govuk/details.tsx";
import type { Field } from "#app/components/govuk/field.ts";
import { Radios } from "#app/components/govuk/radios.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { DateField, dateFieldError } from "#app/components/staff/date-field.tsx";
import type { DayParts } from "#app/domain/account/day-parts.ts";
import type { EntryFormFields } from "./entry-schema.ts";

type DayField = "otherDay" | "endDay";
export type EntryFieldsMetadata = Readonly<
  Record<Exclude<keyof EntryFormFields, DayField>, FieldMetadata<string>>
> &
  Readonly<Record<DayField, FieldMetadata<DayParts | undefined>>>;

/** Every field of an entry that may be wrong, in the order of the form. */
export const entryFieldErrors = (fields: EntryFieldsMetadata): Field[] => [
  fields.code,
  fields.responseTeamId,
  fields.minimum,
  fields.actual,
  fields.when,
  fields.day,
  dateFieldError(fields.otherDay),
  fields.startsAt,
  fields.startSide,
  fields.endsAt,
  fields.endSide,
  dateFieldError(fields.endDay),
  fields.isPlanned,
  fields.requesterUnit,
  fields.requesterRole,
  fields.authoriserRole,
  fields.reason,
  fields.notDone,
  fields.priorityId,
  fields.neighbourhoodId,
  fields.exemptIncident,
  fields.evidenceReference,
];

const sides = [
  { value: "before", label: "Before the clocks changed" },
  { value: "after", label: "After the clocks changed" },
];

/** When it was, where it is not this shift: the days, the times as people type them, and which hour where clocks show it twice. */
export function TimeFields({ fields, today }: { fields: EntryFieldsMetadata; today: string }) {
  const { startSide, endSide } = fields;
  const isAsked = (field: Field) => field.errors !== undefined || field.initialValue !== undefined;
  return (
    <>
      <Radios
        field={fields.day}
        legend="Which day did it begin?"
        items={[
          { value: "today", label: today },
          { value: "yesterday", label: "Yesterday" },
          { value: "other", label: "Another day, below" },
        ]}
      />
      <TextInput
        field={fields.startsAt}
        label="When did it begin?"
        hint="For example 2pm or 14:00"
        width={10}
      />
      {isAsked(startSide) ? (
        <Radios field={startSide} legend="Did it begin before or after the clocks changed?" items={sides} />
      ) : null}
      <TextInput
        field={fields.endsAt}
        label="When does it end?"
        hint="For example 4:30pm or 16:30"
        width={10}
      />
      {isAsked(endSide) ? (
        <Radios field={endSide} legend="Does it end before or after the clocks changed?" items={sides} />
      ) : null}
      <DateField field={fields.otherDay} legend="Another day" hint="For example 27 3 2026" />
      <DateField
        field={fields.endDay}
        legend="The last day"
        hint="Only where it goes on for more than a day and a night"
      />
    </>
  );
}

/** Whether anything of the times was typed or is wrong: then they are shown at once. */
const hasTimes = (fields: EntryFieldsMetadata): boolean =>
  [fields.startsAt, fields.endsAt, fields.startSide, fields.endSide].some(
    ({ initialValue, errors }) => errors !== undefined || (initialValue ?? "") !== "",
  ) ||
  [fields.otherDay, fields.endDay].some(({ errors }) => errors !== undefined) ||
  (fields.day.initialValue ?? "today") !== "today";

/** The times under one line of a form whose choice is the shift. */
export function OtherTimes({ fields, today }: { fields: EntryFieldsMetadata; today: string }) {
  return (
    <Details summary="Other times" isOpen={hasTimes(fields)}>
      <p>What you enter here goes before the choice above.</p>
      <TimeFields fields={fields} today={today} />
    </Details>
  );
}
