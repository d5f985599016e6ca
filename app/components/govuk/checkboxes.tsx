import type { FieldMetadata } from "@conform-to/react";
import type { ReactNode } from "react";
import { ErrorMessage } from "./error-message.tsx";
import { describedBy, type Field } from "./field.ts";

/** A field whose value is a list: conform's, or the same by hand. */
export type ListField = Omit<Field, "initialValue"> & {
  initialValue: FieldMetadata<string[]>["initialValue"] | string;
};

interface CheckboxesProps {
  field: ListField;
  legend: ReactNode;
  hint?: string;
  items: readonly { value: string; label: ReactNode; hint?: ReactNode }[];
}

const isChosen = ({ initialValue }: ListField, value: string) =>
  typeof initialValue === "string" ? initialValue === value : initialValue?.includes(value) === true;

export function Checkboxes({ field, legend, hint, items }: CheckboxesProps) {
  return (
    <div className={field.errors ? "govuk-form-group govuk-form-group--error" : "govuk-form-group"}>
      <fieldset className="govuk-fieldset" aria-describedby={describedBy(field, hint !== undefined)}>
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">{legend}</legend>
        {hint === undefined ? null : (
          <div id={field.descriptionId} className="govuk-hint">
            {hint}
          </div>
        )}
        <ErrorMessage field={field} />
        <div className="govuk-checkboxes">
          {items.map(({ value, label, hint: itemHint }, index) => {
            // The error summary's link leads to the first choice.
            const id = index === 0 ? field.id : `${field.id}-${index + 1}`;
            return (
              <div key={value} className="govuk-checkboxes__item">
                <input
                  className="govuk-checkboxes__input"
                  id={id}
                  name={field.name}
                  type="checkbox"
                  value={value}
                  defaultChecked={isChosen(field, value)}
                  aria-describedby={itemHint === undefined ? undefined : `${id}-hint`}
                />
                <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
                  {label}
                </label>
                {itemHint === undefined ? null : (
                  <div id={`${id}-hint`} className="govuk-hint govuk-checkboxes__hint">
                    {itemHint}
                  </div>
                )}
              </div>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
}
