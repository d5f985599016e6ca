import type { FieldMetadata } from "@conform-to/react";
import type { Field } from "#app/components/govuk/field.ts";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { DateField, dateFieldError } from "#app/components/staff/date-field.tsx";
import type { DayParts } from "#app/domain/account/day-parts.ts";
import type { CallFormFields } from "./call-schema.ts";
import { peopleGroups } from "./people-groups.ts";

type Fields = Readonly<Record<Exclude<keyof CallFormFields, "day">, FieldMetadata<string>>> & {
  readonly day: FieldMetadata<DayParts | undefined>;
};

/** Every field that may be wrong, in the order of the form. */
export const callFieldErrors = (fields: Fields): Field[] => [
  dateFieldError(fields.day),
  fields.startsAt,
  fields.endsAt,
  fields.place,
  fields.joining,
  fields.chairId,
];

interface CallFieldsProps {
  fields: Fields;
  /** Who is asked to it, and so may chair it. */
  people: readonly { accountId: string; name: string | null; agency: string }[];
}

/** What is asked of a meeting that is called, or moved. */
export const CallFields = ({ fields, people }: CallFieldsProps) => (
  <>
    <DateField field={fields.day} legend="Which day?" hint="For example 27 3 2027" />
    <TextInput field={fields.startsAt} label="When does it begin?" hint="For example 10am or 14:30" width={10} />
    <TextInput field={fields.endsAt} label="When does it end?" hint="For example noon or 16:00" width={10} />
    <Textarea
      field={fields.place}
      label="Where is it?"
      hint="It is in the mail and the calendar file. Leave empty if it is only online."
      rows={2}
    />
    <Textarea
      field={fields.joining}
      label="How do people join from elsewhere?"
      hint="An address or a number. Leave empty if they cannot."
      rows={2}
    />
    <Select
      field={fields.chairId}
      label="Who chairs it?"
      nothing="Choose who chairs it"
      groups={peopleGroups(people)}
    />
  </>
);
