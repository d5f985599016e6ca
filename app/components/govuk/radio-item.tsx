import type { ReactNode } from "react";
import type { Field } from "./field.ts";

interface RadioItemProps {
  field: Field;
  id: string;
  value: string;
  label: ReactNode;
  hint: string | undefined;
}

/** One choice of a field. The error summary's link leads to the first, which has the field's own id. */
export function RadioItem({ field, id, value, label, hint }: RadioItemProps) {
  return (
    <div className="govuk-radios__item">
      <input
        className="govuk-radios__input"
        id={id}
        name={field.name}
        type="radio"
        value={value}
        defaultChecked={field.initialValue === value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
      <label className="govuk-label govuk-radios__label" htmlFor={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <div id={`${id}-hint`} className="govuk-hint govuk-radios__hint">
          {hint}
        </div>
      )}
    </div>
  );
}
