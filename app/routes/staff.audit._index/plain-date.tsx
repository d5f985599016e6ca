import { describedBy, type Field } from "#app/components/govuk/field.ts";
import { ErrorMessage } from "#app/components/govuk/error-message.tsx";

const parts = [
  { name: "day", words: "Day", width: 2 },
  { name: "month", words: "Month", width: 2 },
  { name: "year", words: "Year", width: 4 },
] as const;

/** A date of a search that stands in the address: three fields, each a name of its own. */
export function PlainDate({
  field,
  legend,
  typed,
}: {
  field: Field;
  legend: string;
  typed: Readonly<Record<"day" | "month" | "year", string>>;
}) {
  return (
    <div className={field.errors ? "govuk-form-group govuk-form-group--error" : "govuk-form-group"}>
      <fieldset className="govuk-fieldset" aria-describedby={describedBy(field, false)}>
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
        <ErrorMessage field={field} />
        <div className="govuk-date-input">
          {parts.map(({ name, words, width }) => {
            const id = name === "day" ? field.id : `${field.id}-${name}`;
            return (
              <div key={name} className="govuk-date-input__item">
                <label className="govuk-label govuk-date-input__label" htmlFor={id}>
                  {words}
                </label>
                <input
                  className={`govuk-input govuk-date-input__input govuk-input--width-${width}${field.errors ? " govuk-input--error" : ""}`}
                  id={id}
                  name={`${field.name}-${name}`}
                  type="text"
                  inputMode="numeric"
                  defaultValue={typed[name]}
                />
              </div>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
}
