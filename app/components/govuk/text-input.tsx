import type { InputHTMLAttributes } from "react";
import { ErrorMessage } from "./error-message.tsx";
import { describedBy, type Field } from "./field.ts";

interface TextInputProps extends Pick<
  InputHTMLAttributes<HTMLInputElement>,
  "type" | "autoComplete" | "autoCapitalize" | "spellCheck" | "inputMode" | "onChange" | "enterKeyHint"
> {
  field: Field;
  label: string;
  hint?: string;
  /** GOV.UK's width classes: as wide as so many characters. */
  width?: 10 | 20 | 30;
}

export function TextInput({ field, label, hint, width, type = "text", ...attributes }: TextInputProps) {
  const classes = [
    "govuk-input",
    ...(width === undefined ? [] : [`govuk-input--width-${width}`]),
    ...(field.errors ? ["govuk-input--error"] : []),
  ];
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
      <input
        {...attributes}
        className={classes.join(" ")}
        id={field.id}
        name={field.name}
        type={type}
        defaultValue={field.initialValue}
        aria-describedby={describedBy(field, hint !== undefined)}
        aria-invalid={field.errors ? true : undefined}
      />
    </div>
  );
}
