import type { FieldMetadata } from "@conform-to/react";
import type { Field } from "#app/components/govuk/field.ts";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { DateField, dateFieldError } from "#app/components/staff/date-field.tsx";
import { actionKinds, actionKindWords } from "#app/domain/plan/action.ts";
import type { ActionFormFields } from "./action-schema.ts";

type Fields = { [Name in keyof ActionFormFields]: FieldMetadata<ActionFormFields[Name]> };

/** Who may be given an action, in groups: the police, then each agency. */
export type OwnerGroups = readonly { label: string; items: readonly { value: string; words: string }[] }[];

/** The fields of an action, as the error summary takes them. */
export const actionFieldErrors = (fields: Fields): Field[] => [
  fields.task,
  fields.kind,
  fields.owner,
  dateFieldError(fields.startsOn),
  dateFieldError(fields.dueOn),
  fields.cost,
  fields.publicLine,
];

/** What is to be done, by whom and when, and what residents read of it. */
export function ActionFields({ fields, owners }: { fields: Fields; owners: OwnerGroups }) {
  return (
    <>
      <Textarea
        field={fields.task}
        label="What is to be done"
        hint="Staff and whoever does it read this. Name nobody and no address."
        rows={3}
      />
      <Radios
        field={fields.kind}
        legend="What kind of action is it?"
        items={actionKinds.map((value) => ({ value, label: actionKindWords[value] }))}
      />
      <Select
        field={fields.owner}
        label="Whose it is"
        hint="Residents read the agency, never a name"
        nothing="Choose"
        groups={owners}
      />
      <DateField field={fields.startsOn} legend="When it starts (optional)" hint="For example, 27 3 2027" />
      <DateField field={fields.dueOn} legend="When it is due" hint="For example, 27 3 2027" />
      <TextInput
        field={fields.cost}
        label="What it costs, in pounds (optional)"
        inputMode="decimal"
        width={10}
      />
      <Textarea
        field={fields.publicLine}
        label="What residents read of it (optional)"
        hint="One sentence, such as “The council puts up a sign that shows drivers their speed”"
        rows={2}
      />
    </>
  );
}
