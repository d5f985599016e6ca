import type { Field } from "#app/components/govuk/field.ts";
import { Radios } from "#app/components/govuk/radios.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { tensionGrades, tensionGradeWords } from "#app/domain/impact/impact.ts";
import { mostHoursInWords } from "#app/domain/impact/review.ts";

/** How tense it is, and when it is to be looked at again. */
export function TensionFields({ fields }: { fields: { tension: Field; reviewHours: Field } }) {
  return (
    <>
      <Radios
        field={fields.tension}
        legend="How tense is it now?"
        items={tensionGrades.map((value) => ({
          value,
          label: tensionGradeWords[value],
          hint: mostHoursInWords(value),
        }))}
      />
      <TextInput
        field={fields.reviewHours}
        label="Hours until the next review"
        hint="Leave it empty for as many as the tension allows"
        width={10}
        inputMode="numeric"
      />
    </>
  );
}
