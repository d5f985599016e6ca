import { describedBy, type Field } from "#app/components/govuk/field.ts";
import { dayTextOf, partsOfDayText } from "#app/domain/plan/day-text.ts";
import { outcomeRatings, outcomeRatingWords, type PlanField } from "#app/domain/plan/fields.ts";

interface ControlProps {
  field: Field;
  kind: PlanField["kind"];
  value: string;
  onType: (value: string) => void;
}

const fewestRows = 3;
const mostRows = 18;
const charactersToARow = 80;

const rowsFor = (text: string) => {
  const rows = text
    .split("\n")
    .reduce((sum, line) => sum + Math.ceil((line.length + 1) / charactersToARow), 0);
  return Math.min(mostRows, Math.max(fewestRows, rows + 1));
};

/** The box, line, date or choice in which a field of a plan is written. Its label stands outside. */
export function Control({ field, kind, value, onType }: ControlProps) {
  const { id, name, errors } = field;
  const common = {
    id,
    "aria-describedby": describedBy(field, true),
    "aria-invalid": errors ? (true as const) : undefined,
  };
  const errorClass = (base: string) => (errors ? `${base} ${base}--error` : base);
  if (kind === "day") return <DayControl field={field} kind={kind} value={value} onType={onType} />;
  if (kind === "choice") return <ChoiceControl field={field} kind={kind} value={value} onType={onType} />;
  if (kind === "text")
    return (
      <textarea
        {...common}
        className={`${errorClass("govuk-textarea")} sn-field__box`}
        name={`${name}.value`}
        rows={rowsFor(value)}
        value={value}
        onChange={(event) => onType(event.currentTarget.value)}
      />
    );
  return (
    <input
      {...common}
      className={`${errorClass("govuk-input")}${kind === "number" ? " govuk-input--width-10" : ""}`}
      name={`${name}.value`}
      type="text"
      inputMode={kind === "number" ? "decimal" : undefined}
      value={value}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  );
}

const dayParts = [
  { part: "day", words: "Day", width: 2 },
  { part: "month", words: "Month", width: 2 },
  { part: "year", words: "Year", width: 4 },
] as const;

function DayControl({ field: { id, name, errors }, value, onType }: ControlProps) {
  const typed = partsOfDayText(value);
  return (
    <div className="govuk-date-input">
      {dayParts.map(({ part, words, width }, place) => {
        // The link of an error leads to the first of the three.
        const partId = place === 0 ? id : `${id}-${part}`;
        return (
          <div key={part} className="govuk-date-input__item">
            <label className="govuk-label govuk-date-input__label" htmlFor={partId}>
              {words}
            </label>
            <input
              className={`govuk-input govuk-date-input__input govuk-input--width-${width}${errors ? " govuk-input--error" : ""}`}
              id={partId}
              name={`${name}.${part}`}
              type="text"
              inputMode="numeric"
              value={typed[part]}
              onChange={(event) => onType(dayTextOf({ ...typed, [part]: event.currentTarget.value }))}
            />
          </div>
        );
      })}
    </div>
  );
}

function ChoiceControl({ field: { id, name }, value, onType }: ControlProps) {
  return (
    <div className="govuk-radios">
      {outcomeRatings.map((rating, place) => {
        const ratingId = place === 0 ? id : `${id}-${rating}`;
        return (
          <div key={rating} className="govuk-radios__item">
            <input
              className="govuk-radios__input"
              id={ratingId}
              name={`${name}.value`}
              type="radio"
              value={rating}
              checked={rating === value}
              onChange={() => onType(rating)}
            />
            <label className="govuk-label govuk-radios__label" htmlFor={ratingId}>
              {outcomeRatingWords[rating]}
            </label>
          </div>
        );
      })}
    </div>
  );
}
