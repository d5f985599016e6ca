import type { FieldMetadata } from "@conform-to/react";
import type { Field } from "#app/components/govuk/field.ts";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { countings, countingWords } from "#app/domain/abstraction/adoption.ts";
import type { DefinitionFields } from "./definition-schema.ts";

type CodeField = FieldMetadata<DefinitionFields["codes"][number]>;

/** The fields of a code that may be wrong, for the error summary. */
export const codeFieldErrors = (codes: readonly CodeField[]): Field[] =>
  codes.flatMap((code) => {
    const { words, counts, note } = code.getFieldset();
    return [words, counts, note];
  });

/** Each code: what it is, what it counts as, and a note on it. */
export const CodeFields = ({ codes }: { codes: readonly CodeField[] }) => (
  <>
    {codes.map((field) => {
      const { code, words, counts, note } = field.getFieldset();
      return (
        <fieldset key={field.key} className="govuk-fieldset sn-code">
          <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{code.initialValue}</legend>
          <input type="hidden" name={code.name} value={code.initialValue} />
          <TextInput field={words} label="What it is" autoComplete="off" />
          <Select
            field={counts}
            label="Counts as"
            nothing="Choose what it counts as"
            groups={[
              { label: "", items: countings.map((value) => ({ value, words: countingWords[value] })) },
            ]}
          />
          <TextInput field={note} label="Note" autoComplete="off" />
        </fieldset>
      );
    })}
  </>
);
