import type { ReactNode } from "react";
import type { Field } from "#app/components/govuk/field.ts";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { mostEffect, mostPlace, mostWhen, mostWords } from "#app/domain/concern/written.ts";

interface WordsFieldsProps {
  fields: Record<"words" | "placeWords" | "whenWords" | "effectWords", Field>;
  /** What script can offer, under the words and under the place. */
  underWords?: ReactNode;
  underPlace?: ReactNode;
}

/** The boxes for a concern in a resident's own words; only the first must be filled. */
export function WordsFields({ fields, underWords = null, underPlace = null }: WordsFieldsProps) {
  return (
    <>
      <Textarea
        field={fields.words}
        label="What worries you?"
        hint="In your own words. Please leave out names, number plates and house numbers."
        maxLength={mostWords}
      />
      {underWords}
      <TextInput
        field={fields.placeWords}
        label="Where is it? (optional)"
        hint={`A street, a park, a shop, up to ${mostPlace} letters. No house numbers.`}
        autoComplete="off"
      />
      {underPlace}
      <TextInput
        field={fields.whenWords}
        label="When does it happen? (optional)"
        hint={`Such as “Friday nights” or “when school ends”, up to ${mostWhen} letters.`}
        autoComplete="off"
      />
      <Textarea
        field={fields.effectWords}
        label="How does it affect people? (optional)"
        rows={3}
        maxLength={mostEffect}
      />
    </>
  );
}
