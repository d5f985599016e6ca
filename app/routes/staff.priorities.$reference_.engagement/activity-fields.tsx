import type { FieldMetadata } from "@conform-to/react";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { DateField } from "#app/components/staff/date-field.tsx";
import { dateFieldError } from "#app/components/staff/date-field.tsx";
import type { Field } from "#app/components/govuk/field.ts";
import type { DayParts } from "#app/domain/account/day-parts.ts";
import {
  activityMethods,
  activityMethodWords,
  activityPurposes,
  activityPurposeWords,
} from "#app/domain/engagement/engagement.ts";
import type { ActivityFields } from "./acts.ts";
import type { Owners } from "./page-data.ts";

type Fields = Record<Exclude<keyof ActivityFields, "heldOn">, Field> & {
  heldOn: FieldMetadata<DayParts | undefined>;
};

/** The fields in the order of the form, as the error summary takes them. */
export const activityFieldErrors = (fields: Fields): Field[] => [
  fields.purpose,
  fields.method,
  fields.audience,
  fields.place,
  dateFieldError(fields.heldOn),
  fields.hours,
  fields.formatAndLanguage,
  fields.owner,
  fields.targetReach,
  fields.cost,
];

/** What an activity is, whom it is for, where and when. */
export function ActivityFieldset({ fields, owners }: { fields: Fields; owners: Owners }) {
  const { purpose, method, audience, place, heldOn, hours, formatAndLanguage, owner, targetReach, cost } =
    fields;
  return (
    <>
      <Select
        field={purpose}
        label="What is it for?"
        nothing="Choose what it is for"
        groups={[
          {
            label: "",
            items: activityPurposes.map((value) => ({ value, words: activityPurposeWords[value] })),
          },
        ]}
      />
      <Select
        field={method}
        label="How are people reached?"
        nothing="Choose how"
        groups={[
          {
            label: "",
            items: activityMethods.map((value) => ({ value, words: activityMethodWords[value] })),
          },
        ]}
      />
      <Textarea field={audience} label="Who is it for?" hint="A group, never a person" rows={2} />
      <Textarea
        field={place}
        label="Where"
        hint="Residents read this if anybody may come. No house numbers."
        rows={2}
      />
      <DateField field={heldOn} legend="Day" hint="Leave empty if it is not fixed. For example 27 3 2027" />
      <TextInput field={hours} label="Hours" hint="For example: 6pm to 8pm" width={20} />
      <Textarea
        field={formatAndLanguage}
        label="Format and language"
        hint="For example: large print, a Polish interpreter, step-free"
        rows={2}
      />
      <Select
        field={owner}
        label="Who runs it?"
        nothing="The neighbourhood team"
        groups={[
          {
            label: "Somebody in the team",
            items: owners.staff.map(({ id, name }) => ({
              value: `staff:${id}`,
              words: name ?? "No name yet",
            })),
          },
          {
            label: "A partner",
            items: owners.agencies.map(({ id, name }) => ({ value: `agency:${id}`, words: name })),
          },
        ].filter(({ items }) => items.length > 0)}
      />
      <TextInput
        field={targetReach}
        label="How many people do you want to reach?"
        width={10}
        inputMode="numeric"
      />
      <TextInput field={cost} label="Cost in pounds" width={10} inputMode="decimal" />
    </>
  );
}
