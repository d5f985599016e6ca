import type { FieldMetadata } from "@conform-to/react";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import type { Field } from "#app/components/govuk/field.ts";
import { Radios } from "#app/components/govuk/radios.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { DateField, dateFieldError } from "#app/components/staff/date-field.tsx";
import type { DayParts } from "#app/domain/account/day-parts.ts";
import { meetingKinds, meetingKindWords } from "#app/domain/meeting/meeting.ts";
import type { MeetingFormFields } from "./meeting-schema.ts";

type Fields = Readonly<Record<Exclude<keyof MeetingFormFields, "day">, FieldMetadata<string>>> & {
  readonly day: FieldMetadata<DayParts | undefined>;
};

/** Every field that may be wrong, in the order of the form. */
export const meetingFieldErrors = (fields: Fields): Field[] => [
  fields.kind,
  fields.title,
  dateFieldError(fields.day),
  fields.startsAt,
  fields.endsAt,
  fields.place,
  fields.joining,
  fields.howToGetIn,
  fields.whoComes,
  fields.isNamingMeant,
];

/** What is asked of a meeting, announced anew or changed. */
export function MeetingFields({ fields }: { fields: Fields }) {
  const { isNamingMeant } = fields;
  const isWarned = isNamingMeant.errors !== undefined || isNamingMeant.initialValue === "yes";
  return (
    <>
      <Radios
        field={fields.kind}
        legend="What is it?"
        items={meetingKinds.map((value) => ({ value, label: meetingKindWords[value] }))}
      />
      <TextInput
        field={fields.title}
        label="What is it called?"
        hint="For example, Tea and talk in Riddings"
      />
      <DateField field={fields.day} legend="Which day?" hint="For example 27 3 2027" />
      <TextInput
        field={fields.startsAt}
        label="When does it begin?"
        hint="For example 6pm or 18:00"
        width={10}
      />
      <TextInput
        field={fields.endsAt}
        label="When does it end?"
        hint="For example 7:30pm or 19:30"
        width={10}
      />
      <Textarea
        field={fields.place}
        label="Where is it?"
        hint="The name and address, so that somebody new finds it. Leave empty if it is only online."
        rows={2}
      />
      <Textarea
        field={fields.joining}
        label="How can people join online or by telephone?"
        hint="An address or a number. Leave empty if they cannot."
        rows={2}
      />
      <Textarea
        field={fields.howToGetIn}
        label="How do people get in?"
        hint="Which door, steps, a lift, a hearing loop, parking. Online: captions."
        rows={3}
      />
      <TextInput
        field={fields.whoComes}
        label="Who comes?"
        hint="Say roles, not names: “your sergeant and a PCSO”. Where a named officer will be is never published."
      />
      {isWarned ? (
        <Checkboxes
          field={isNamingMeant}
          legend="Is an officer named?"
          items={[{ value: "yes", label: "No: the word means something else here" }]}
        />
      ) : null}
    </>
  );
}
