import type { FieldMetadata } from "@conform-to/react";
import { Radios } from "#app/components/govuk/radios.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { markings, markingWords } from "#app/domain/tasking/marking.ts";
import type { ItemFormFields } from "./item-schema.ts";

type Fields = Readonly<Record<Exclude<keyof ItemFormFields, "section">, FieldMetadata<string>>>;

/** What is asked of an item of an agenda. */
export const ItemFields = ({ fields }: { fields: Fields }) => (
  <>
    <TextInput field={fields.title} label="What is it about?" hint="A problem or a place, never a person" />
    <Textarea
      field={fields.brief}
      label="What is known of it? (optional)"
      hint="Facts, figures, what was tried. Cases of persons belong in the meeting that deals with them."
      rows={6}
    />
    <Textarea
      field={fields.feedbackLine}
      label="What are residents told of it? (optional)"
      hint="What they are told, by whom and when; or that they are told nothing, and why."
      rows={2}
    />
    <Radios
      field={fields.marking}
      legend="Marking"
      items={markings.map((value) => ({ value, label: markingWords[value] }))}
    />
  </>
);
