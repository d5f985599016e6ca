import type { ReactNode } from "react";
import type { Field } from "#app/components/govuk/field.ts";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { mostEffect, mostPlace, mostWhen, mostWords } from "#app/domain/concern/written.ts";

interface WordsFieldsProps {
  fields: Record<"words" | "placeWords" | "whenWords" | "effectWords", Field>;
  /** Stands under the place, where script can offer more. */
  place?: ReactNode;
}

/** The boxes for a concern in a resident's own words; only the first must be filled. */
export function WordsFields({ fields, place = null }: WordsFieldsProps) {
  return (
    <>
      <Textarea
        field={fields.words}
        label="What worries you?"
        hint="In your own words. Please leave out names, number plates and house numbers."
        maxLength={mostWords}
      />
      <TextInput
        field={fields.placeWords}
        label="Where is it? (you can leave this empty)"
        hint={`A street, a park, a shop, up to ${mostPlace} letters. No house numbers.`}
        autoComplete="off"
      />
      {place}
      <TextInput
        field={fields.whenWords}
        label="When does it happen? (you can leave this empty)"
        hint={`Such as “Friday nights” or “when school ends”, up to ${mostWhen} letters.`}
        autoComplete="off"
      />
      <Textarea
        field={fields.effectWords}
        label="How does it affect people? (you can leave this empty)"
        rows={3}
        maxLength={mostEffect}
      />
    </>
  );
}
