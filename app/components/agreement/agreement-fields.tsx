import type { FieldMetadata } from "@conform-to/react";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import type { Field } from "#app/components/govuk/field.ts";
import { listField, summarised } from "#app/components/govuk/list-field.ts";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { gateways, gatewayWords } from "#app/domain/agreement/agreement.ts";
import type { AgreementFormFields } from "./agreement-schema.ts";

type Fields = Record<Exclude<keyof AgreementFormFields, "parties">, Field> & {
  parties: FieldMetadata<string[]>;
};

/** What a form of an agreement offers. */
export interface AgreementChoices {
  partnerships: readonly { id: string; name: string }[];
  agencies: readonly { id: string; name: string }[];
}

/** The fields in the order of the form, as the error summary takes them. */
export const agreementFieldErrors = (fields: Fields): Field[] => [
  fields.title,
  fields.partnership,
  summarised(listField(fields.parties)),
  fields.purpose,
  fields.gateway,
  fields.dataItems,
  fields.security,
  fields.retention,
  fields.dpia,
];

/** What an information-sharing agreement says, and whom it is between. */
export function AgreementFieldset({ fields, choices }: { fields: Fields; choices: AgreementChoices }) {
  const partnerships = choices.partnerships.map(({ id, name }) => ({ value: id, words: name }));
  return (
    <>
      <TextInput field={fields.title} label="Title" hint="Its parties read it" autoComplete="off" />
      <Select
        field={fields.partnership}
        label="Whose joint work it covers"
        nothing="All of the force’s"
        groups={[{ label: "", items: partnerships }]}
      />
      <Checkboxes
        field={listField(fields.parties)}
        legend="Whom is it between?"
        hint="The police and at least one partner"
        items={choices.agencies.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Textarea field={fields.purpose} label="Purpose" hint="What the sharing is for, and who gains by it" />
      <Radios
        field={fields.gateway}
        legend="Which legal power does it rest on?"
        hint="A power lets you share, case by case. It obliges nobody to."
        items={gateways.map((value) => ({ value, label: gatewayWords[value] }))}
      />
      <Textarea
        field={fields.dataItems}
        label="What is shared"
        hint="Problems, places and actions. Named people stay in each agency’s own systems."
      />
      <Textarea field={fields.security} label="How it is kept secure" />
      <Textarea field={fields.retention} label="How long it is kept, and how it is destroyed" />
      <TextInput
        field={fields.dpia}
        label="Data protection impact assessment"
        hint="Its reference, such as DPIA-2026-14"
        width={20}
        autoComplete="off"
      />
    </>
  );
}
