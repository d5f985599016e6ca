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
  // why: by name, because a field of conform is a proxy that has nothing to spread.
  const { id, name, errors, errorId, descriptionId } = field;
  const described = { id, name, errors, errorId, descriptionId, initialValue: undefined };
  return (
    <div className={errors ? "govuk-form-group govuk-form-group--error" : "govuk-form-group"}>
      <fieldset className="govuk-fieldset" aria-describedby={describedBy(described, hint !== undefined)}>
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">{legend}</legend>
        {hint === undefined ? null : (
          <div id={descriptionId} className="govuk-hint">
            {hint}
          </div>
        )}
        <ErrorMessage field={described} />
        <div className="govuk-checkboxes">
          {items.map(({ value, label, hint: itemHint }, index) => {
            // The error summary's link leads to the first choice.
            const itemId = index === 0 ? id : `${id}-${index + 1}`;
            return (
              <div key={value} className="govuk-checkboxes__item">
                <input
                  className="govuk-checkboxes__input"
                  id={itemId}
                  name={name}
                  type="checkbox"
                  value={value}
                  defaultChecked={isChosen(field, value)}
                  aria-describedby={itemHint === undefined ? undefined : `${itemId}-hint`}
                />
                <label className="govuk-label govuk-checkboxes__label" htmlFor={itemId}>
                  {label}
                </label>
                {itemHint === undefined ? null : (
                  <div id={`${itemId}-hint`} className="govuk-hint govuk-checkboxes__hint">
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
