import { ErrorMessage } from "./error-message.tsx";
import { describedBy, type Field } from "./field.ts";

interface TextareaProps {
  field: Field;
  label: string;
  hint?: string;
  rows?: number;
  maxLength?: number;
  onInput?: (words: string) => void;
}

export function Textarea({ field, label, hint, rows = 5, maxLength, onInput }: TextareaProps) {
  return (
    <div className={field.errors ? "govuk-form-group govuk-form-group--error" : "govuk-form-group"}>
      <label className="govuk-label govuk-label--s" htmlFor={field.id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <div id={field.descriptionId} className="govuk-hint">
          {hint}
        </div>
      )}
      <ErrorMessage field={field} />
      <textarea
        className={field.errors ? "govuk-textarea govuk-textarea--error" : "govuk-textarea"}
        id={field.id}
        name={field.name}
        rows={rows}
        maxLength={maxLength}
        defaultValue={field.initialValue}
        aria-describedby={describedBy(field, hint !== undefined)}
        aria-invalid={field.errors ? true : undefined}
        onInput={
          onInput === undefined
            ? undefined
            : (event) => {
                onInput(event.currentTarget.value);
              }
        }
      />
    </div>
  );
}
