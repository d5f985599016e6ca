import type { FieldMetadata } from "@conform-to/react";
import { ErrorMessage } from "#app/components/govuk/error-message.tsx";
import { describedBy, type Field } from "#app/components/govuk/field.ts";
import type { DayParts } from "#app/domain/account/day-parts.ts";

interface DateFieldProps {
  field: FieldMetadata<DayParts | undefined>;
  legend: string;
  hint: string;
}

const parts = [
  { name: "day", words: "Day", width: 2 },
  { name: "month", words: "Month", width: 2 },
  { name: "year", words: "Year", width: 4 },
] as const;

/** The date as the error summary needs it: its link leads to the day. */
export const dateFieldError = (field: FieldMetadata<DayParts | undefined>): Field => ({
  id: field.getFieldset().day.id,
  // The name's own type is the date's: what is wanted here is its text.
  name: String(field.name),
  errors: field.errors,
  errorId: field.errorId,
  descriptionId: field.descriptionId,
  initialValue: undefined,
});

/** A date in three fields, as GOV.UK asks for one. */
export function DateField({ field, legend, hint }: DateFieldProps) {
  const fieldset = field.getFieldset();
  const shown = dateFieldError(field);
  return (
    <div className={field.errors ? "govuk-form-group govuk-form-group--error" : "govuk-form-group"}>
      <fieldset className="govuk-fieldset" aria-describedby={describedBy(shown, true)}>
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
        <div id={field.descriptionId} className="govuk-hint">
          {hint}
        </div>
        <ErrorMessage field={shown} />
        <div className="govuk-date-input">
          {parts.map(({ name, words, width }) => (
            <div key={name} className="govuk-date-input__item">
              <label className="govuk-label govuk-date-input__label" htmlFor={fieldset[name].id}>
                {words}
              </label>
              <input
                className={`govuk-input govuk-date-input__input govuk-input--width-${width}${field.errors ? " govuk-input--error" : ""}`}
                id={fieldset[name].id}
                name={fieldset[name].name}
                type="text"
                inputMode="numeric"
                defaultValue={fieldset[name].initialValue}
              />
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
