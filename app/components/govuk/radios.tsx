import type { ReactNode } from "react";
import { ErrorMessage } from "./error-message.tsx";
import { describedBy, type Field } from "./field.ts";

interface RadiosProps {
  field: Field;
  legend: ReactNode;
  hint?: string;
  items: readonly { value: string; label: ReactNode; hint?: string }[];
}

export function Radios({ field, legend, hint, items }: RadiosProps) {
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
        <div className="govuk-radios">
          {items.map(({ value, label, hint: itemHint }, index) => {
            // The error summary's link leads to the first choice.
            const id = index === 0 ? field.id : `${field.id}-${index + 1}`;
            return (
              <div key={value} className="govuk-radios__item">
                <input
                  className="govuk-radios__input"
                  id={id}
                  name={field.name}
                  type="radio"
                  value={value}
                  defaultChecked={field.initialValue === value}
                  aria-describedby={itemHint === undefined ? undefined : `${id}-hint`}
                />
                <label className="govuk-label govuk-radios__label" htmlFor={id}>
                  {label}
                </label>
                {itemHint === undefined ? null : (
                  <div id={`${id}-hint`} className="govuk-hint govuk-radios__hint">
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
