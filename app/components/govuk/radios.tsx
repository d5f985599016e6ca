import type { ReactNode } from "react";
import { ErrorMessage } from "./error-message.tsx";
import { describedBy, type Field } from "./field.ts";
import { RadioItem } from "./radio-item.tsx";

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
          {items.map(({ value, label, hint: itemHint }, index) => (
            <RadioItem
              key={value}
              field={field}
              id={index === 0 ? field.id : `${field.id}-${index + 1}`}
              value={value}
              label={label}
              hint={itemHint}
            />
          ))}
        </div>
      </fieldset>
    </div>
  );
}
