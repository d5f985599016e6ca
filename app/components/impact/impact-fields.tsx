import type { ReactNode } from "react";
import type { FieldMetadata } from "@conform-to/react";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import type { Field } from "#app/components/govuk/field.ts";
import { listField, summarised } from "#app/components/govuk/list-field.ts";
import { Radios } from "#app/components/govuk/radios.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { impactTriggers, impactTriggerWords } from "#app/domain/impact/impact.ts";
import type { ImpactFormFields } from "./impact-schema.ts";

type Fields = Readonly<Record<Exclude<keyof ImpactFormFields, "neighbourhoodIds">, FieldMetadata<string>>> & {
  readonly neighbourhoodIds: FieldMetadata<string[]>;
};

/** The fields in the order of the form, as the error summary takes them; those of tension where the form asks it. */
export const impactFieldErrors = (fields: Fields, tension: readonly Field[] = []): Field[] => [
  fields.trigger,
  fields.what,
  summarised(listField(fields.neighbourhoodIds)),
  fields.communities,
  fields.moodNow,
  fields.moodExpected,
  fields.experienced,
  fields.evidenced,
  fields.potential,
  ...tension,
  fields.isProportionate,
  fields.proportionality,
  fields.communications,
  fields.priority,
  fields.meeting,
];

interface ImpactFieldsProps {
  fields: Fields;
  /** Those of the writer's own area. */
  neighbourhoods: readonly { id: string; name: string }[];
  /** How tense it is, behind the signs of it; nothing where a review says that. */
  children?: ReactNode;
}

/** What an assessment says. */
export function ImpactFields({ fields, neighbourhoods, children }: ImpactFieldsProps) {
  return (
    <>
      <Radios
        field={fields.trigger}
        legend="What is it about?"
        items={impactTriggers.map((value) => ({ value, label: impactTriggerWords[value] }))}
      />
      <Textarea
        field={fields.what}
        label="What happened or is planned?"
        hint="Do not name anybody. Say what and where, not who"
      />
      <Checkboxes
        field={listField(fields.neighbourhoodIds)}
        legend="Which neighbourhoods does it touch?"
        items={neighbourhoods.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Textarea field={fields.communities} label="Which communities does it touch?" rows={3} />
      <Textarea field={fields.moodNow} label="How do people feel now?" rows={3} />
      <Textarea field={fields.moodExpected} label="How do you expect them to feel?" rows={3} />
      <h2 className="govuk-heading-m">Signs of tension</h2>
      <Textarea field={fields.experienced} label="What have people lived through?" rows={3} />
      <Textarea
        field={fields.evidenced}
        label="What can be shown?"
        hint="Figures and reports, with where they come from"
        rows={3}
      />
      <Textarea field={fields.potential} label="What may come of it?" rows={3} />
      {children}
      <h2 className="govuk-heading-m">The police response</h2>
      <Radios
        field={fields.isProportionate}
        legend="Is it in proportion?"
        items={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No" },
        ]}
      />
      <Textarea field={fields.proportionality} label="Why?" rows={3} />
      <Textarea
        field={fields.communications}
        label="What is told to whom?"
        hint="And by which post"
        rows={3}
      />
      <h2 className="govuk-heading-m">What it belongs to</h2>
      <TextInput
        field={fields.priority}
        label="Reference of a priority"
        hint="Like P-7K3FQ. Leave it empty if there is none"
        width={10}
        autoComplete="off"
      />
      <TextInput
        field={fields.meeting}
        label="Reference of a joint tasking meeting"
        hint="Like J-7K3FQ. Leave it empty if there is none"
        width={10}
        autoComplete="off"
      />
    </>
  );
}
