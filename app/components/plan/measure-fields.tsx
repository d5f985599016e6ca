import type { FieldMetadata } from "@conform-to/react";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import type { Field } from "#app/components/govuk/field.ts";
import { listField, summarised } from "#app/components/govuk/list-field.ts";
import { Radios } from "#app/components/govuk/radios.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { DateField, dateFieldError } from "#app/components/staff/date-field.tsx";
import type { DayParts } from "#app/domain/account/day-parts.ts";
import { measureKinds, measureKindWords, type MeasureKind } from "#app/domain/measure/measure.ts";
import { streetKinds } from "#app/domain/measure/street-kinds.ts";
import type { MeasureFormFields } from "./measure-schema.ts";

type Days = "baselineFrom" | "baselineTo";
type Fields = Readonly<
  Record<Exclude<keyof MeasureFormFields, Days | "incidentKinds">, FieldMetadata<string>> &
    Record<Days, FieldMetadata<DayParts | undefined>>
> & { readonly incidentKinds: FieldMetadata<string[]> };

/** Every field that may be wrong, in the order of the form. */
export const measureFieldErrors = (fields: Fields): Field[] => [
  fields.kind,
  fields.title,
  fields.unit,
  fields.source,
  summarised(listField(fields.incidentKinds)),
  fields.aim,
  fields.baseline,
  dateFieldError(fields.baselineFrom),
  dateFieldError(fields.baselineTo),
  fields.target,
  fields.isPublic,
];

const kindHints: Readonly<Record<MeasureKind, string>> = {
  incidents: "Counted from data.police.uk for this neighbourhood. Choose the kinds below",
  count: "For example by wardens, from the council, or at a speed sign",
  survey: "In per cent, with how many were asked",
};

/** What is asked of a measure, added anew or changed: its kind is chosen once. */
export function MeasureFields({ fields, kind }: { fields: Fields; kind: MeasureKind | null }) {
  return (
    <>
      {kind === null ? (
        <Radios
          field={fields.kind}
          legend="Where do the figures come from?"
          items={measureKinds.map((value) => ({
            value,
            label: measureKindWords[value],
            hint: kindHints[value],
          }))}
        />
      ) : null}
      <TextInput
        field={fields.title}
        label="What is counted?"
        hint="For example, reports of off-road bikes on the recreation ground"
        autoComplete="off"
      />
      <TextInput
        field={fields.unit}
        label="What is one figure of?"
        hint="For example, reports a month, or per cent of those asked"
        width={30}
        autoComplete="off"
      />
      <TextInput
        field={fields.source}
        label="Who counts it, and how?"
        hint="For example, a count by the council’s wardens every Saturday"
        autoComplete="off"
      />
      {kind === null || kind === "incidents" ? (
        <Checkboxes
          field={listField(fields.incidentKinds)}
          legend="Which recorded incidents are counted?"
          hint="Only for recorded incidents. Anti-social behaviour, for example, is far wider than one park."
          items={streetKinds.map((value) => ({ value, label: value }))}
        />
      ) : null}
      <Radios
        field={fields.aim}
        legend="Which way is better?"
        items={[
          { value: "down", label: "Lower" },
          { value: "up", label: "Higher" },
        ]}
      />
      <TextInput
        field={fields.baseline}
        label="Where does it start?"
        hint="The figure before anything was done. Leave it empty to take the average of the days below."
        width={10}
        inputMode="decimal"
      />
      <DateField
        field={fields.baselineFrom}
        legend="The first day of the time before"
        hint="For example 1 1 2026. The same season as the time after is best."
      />
      <DateField
        field={fields.baselineTo}
        legend="The last day of the time before"
        hint="For example 31 3 2026"
      />
      <TextInput
        field={fields.target}
        label="Where should it be?"
        hint="The figure to reach"
        width={10}
        inputMode="decimal"
      />
      <Radios
        field={fields.isPublic}
        legend="Do residents see it?"
        hint="On the priority’s page, with its figures"
        items={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No, it is for staff" },
        ]}
      />
    </>
  );
}
