import { ErrorMessage } from "./error-message.tsx";
import { describedBy, type Field } from "./field.ts";

interface SelectProps {
  field: Field;
  label: string;
  hint?: string;
  /** What stands first, chosen until something else is: its value is empty. */
  nothing: string;
  groups: readonly { label: string; items: readonly { value: string; words: string }[] }[];
}

/** A list to choose one from, in groups; a single group without a name is no group. */
export function Select({ field, label, hint, nothing, groups }: SelectProps) {
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
      <select
        className={field.errors ? "govuk-select govuk-select--error" : "govuk-select"}
        id={field.id}
        name={field.name}
        defaultValue={field.initialValue ?? ""}
        aria-describedby={describedBy(field, hint !== undefined)}
        aria-invalid={field.errors ? true : undefined}
      >
        <option value="">{nothing}</option>
        {groups.map((group) => (
          <Options key={group.label} group={group} />
        ))}
      </select>
    </div>
  );
}

function Options({ group: { label, items } }: { group: SelectProps["groups"][number] }) {
  const options = items.map(({ value, words }) => (
    <option key={value} value={value}>
      {words}
    </option>
  ));
  return label === "" ? <>{options}</> : <optgroup label={label}>{options}</optgroup>;
}
