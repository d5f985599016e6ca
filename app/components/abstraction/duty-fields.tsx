import type { Field } from "#app/components/govuk/field.ts";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { lateReasons } from "#app/domain/roster/late-reasons.ts";
import { shortDay } from "#app/domain/roster/week.ts";
import type { Day } from "#app/domain/team/day.ts";

interface DutyFieldsProps {
  fields: Record<"day" | "from" | "to" | "side" | "lateReason", Field>;
  days: readonly Day[];
  /** The week lies far back. */
  isLate: boolean;
}

/** A day, its times, and the two questions that are only sometimes asked. */
export function DutyFields({ fields, days, isLate }: DutyFieldsProps) {
  const isAsked = fields.side.errors !== undefined || fields.side.initialValue !== undefined;
  return (
    <>
      <Select
        field={fields.day}
        label="Day"
        nothing="Select a day"
        groups={[{ label: "", items: days.map((day) => ({ value: day, words: shortDay(day) })) }]}
      />
      <TextInput field={fields.from} label="From" hint="Like 07:00 or 7am" width={10} />
      <TextInput field={fields.to} label="To" hint="A time that is not later is the next day’s" width={10} />
      {isAsked ? (
        <Radios
          field={fields.side}
          legend="Before or after the clocks changed?"
          items={[
            { value: "before", label: "Before: the first time that clocks showed it" },
            { value: "after", label: "After: the second time" },
          ]}
        />
      ) : null}
      {isLate || fields.lateReason.errors !== undefined ? (
        <LateReasonField field={fields.lateReason} />
      ) : null}
    </>
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
