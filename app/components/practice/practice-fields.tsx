import { categoryGroups } from "#app/components/concern/category-groups.ts";
import type { Field } from "#app/components/govuk/field.ts";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import type { WantedPractice } from "#app/domain/practice/practice.ts";

type Fields = Record<keyof WantedPractice, Field>;

/** The fields in the order of the form, as the error summary takes them. */
export const practiceFieldErrors = (fields: Fields): Field[] => [
  fields.title,
  fields.category,
  fields.problem,
  fields.response,
  fields.outcome,
  fields.evaluatedBy,
  fields.isTransferable,
  fields.transferNote,
  fields.contactRole,
  fields.year,
];

/** What a practice entry says. */
export function PracticeFieldset({ fields }: { fields: Fields }) {
  return (
    <>
      <TextInput field={fields.title} label="Title" hint="What was done, in a few words" autoComplete="off" />
      <Select
        field={fields.category}
        label="What it is about"
        nothing="Choose what it is about"
        groups={categoryGroups}
      />
      <Textarea field={fields.problem} label="The problem" rows={6} />
      <Textarea field={fields.response} label="What was done" rows={8} />
      <Textarea
        field={fields.outcome}
        label="What came of it"
        hint="Figures before and after, with their source. What did not work. Say so where nobody can tell what caused the change."
        rows={8}
      />
      <TextInput
        field={fields.evaluatedBy}
        label="Who evaluated it?"
        hint="A body or a role, such as “a university”. Leave empty if nobody did: the page then says “Not evaluated”."
      />
      <Radios
        field={fields.isTransferable}
        legend="Can it be done elsewhere?"
        items={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No" },
          { value: "unknown", label: "Nobody knows yet" },
        ]}
      />
      <Textarea
        field={fields.transferNote}
        label="What others need to know to do it"
        hint="Leave empty if there is nothing to say"
        rows={4}
      />
      <TextInput
        field={fields.contactRole}
        label="Whom can others ask?"
        hint="A role, never a name, a telephone number or an email address"
      />
      <TextInput field={fields.year} label="Year in which it was done" width={10} inputMode="numeric" />
    </>
  );
}
