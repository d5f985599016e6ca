import type { Field } from "#app/components/govuk/field.ts";
import { Checkboxes, type ListField } from "#app/components/govuk/checkboxes.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { raisersInWords } from "#app/domain/candidate/evidence.ts";
import { categoryWords, type ConcernCategory } from "#app/domain/concern/categories.ts";

/** What a candidate is called and about. */
export const CandidateWordsFields = ({ title, statement }: { title: Field; statement: Field }) => (
  <>
    <TextInput field={title} label="Title" hint="As it stands on the ballot" autoComplete="off" />
    <Textarea
      field={statement}
      label="The problem in one sentence"
      hint="In our own words. Residents read it: name no person and no house."
      rows={3}
    />
  </>
);

export interface ChoosableConcern {
  id: string;
  reference: string;
  category: ConcernCategory;
  title: string | null;
  raisers: number;
}

interface ConcernChoiceProps {
  field: ListField;
  legend: string;
  hint: string;
  concerns: readonly ChoosableConcern[];
}

/** Concerns to choose from, each with its kind and how many raised it. */
export const ConcernChoice = ({ field, legend, hint, concerns }: ConcernChoiceProps) => (
  <Checkboxes
    field={field}
    legend={legend}
    hint={hint}
    items={concerns.map(({ id, reference, category, title, raisers }) => ({
      value: id,
      label: title ?? reference,
      hint: `${reference}, ${categoryWords[category].name}. ${raisersInWords(raisers)}.`,
    }))}
  />
);
