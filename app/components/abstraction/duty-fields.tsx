import type { Field } from "#app/components/govuk/field.ts";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { lateReasons } from "#app/domain/roster/late-reasons.ts";
import { shortDay } from "#app/domain/roster/week.ts";
import type { Day } from "#app/domain/team/day.ts";

export type DutyField = "day" | "from" | "to" | "dayMore" | "side" | "endSide" | "lateReason";

interface DutyFieldsProps {
  fields: Record<DutyField, Field>;
  days: readonly Day[];
  /** The week lies far back. */
  isLate: boolean;
}

/** A day, its times, and the questions that are only sometimes asked. */
export function DutyFields({ fields, days, isLate }: DutyFieldsProps) {
  return (
    <>
      <Select
        field={fields.day}
        label="Day"
        nothing="Select a day"
        groups={[{ label: "", items: days.map((day) => ({ value: day, words: shortDay(day) })) }]}
      />
      <TextInput field={fields.from} label="From" hint="Like 07:00 or 7am" width={10} />
      <TextInput field={fields.to} label="To" hint="A time that is earlier is the next day’s" width={10} />
      <Checkboxes
        field={fields.dayMore}
        legend="24 hours or more"
        items={[{ value: "yes", label: "It ends a day later than these times say" }]}
      />
      <SideField field={fields.side} legend="Before or after the clocks changed?" />
      <SideField field={fields.endSide} legend="Is its end before or after the clocks changed?" />
      {isLate || fields.lateReason.errors !== undefined ? (
        <LateReasonField field={fields.lateReason} />
      ) : null}
    </>
  );
}

/** Asked only where a time comes twice. */
function SideField({ field, legend }: { field: Field; legend: string }) {
  if (field.errors === undefined && field.initialValue === undefined) return null;
  return (
    <Radios
      field={field}
      legend={legend}
      items={[
        { value: "before", label: "Before: the first time that clocks showed it" },
        { value: "after", label: "After: the second time" },
      ]}
    />
  );
}

export function LateReasonField({ field }: { field: Field }) {
  return (
    <Radios
      field={field}
      legend="Why is it put right so late?"
      hint="More than 35 days back: only an inspector of the area can, and a published figure may change."
      items={Object.entries(lateReasons).map(([value, label]) => ({ value, label }))}
    />
  );
}
