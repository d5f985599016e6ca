import { planFields, type PlanFieldName } from "#app/domain/plan/fields.ts";
import { fieldNamesOf, type PlanPart } from "#app/domain/plan/parts.ts";
import { valueInWords } from "#app/domain/plan/value-words.ts";
import type { Editings } from "./editings.ts";
import { FieldMarks } from "./field-marks.tsx";

/** A part of a plan to be read: every field that the reader may see, written or not. */
export function PlanWords({ part, editings }: { part: PlanPart["part"]; editings: Editings }) {
  return fieldNamesOf(part).map((name) => <FieldWords key={name} name={name} editings={editings} />);
}

function FieldWords({ name, editings }: { name: PlanFieldName; editings: Editings }) {
  const editing = editings.get(name);
  if (editing === undefined) return null;
  const { value, read } = editing;
  return (
    <div className="sn-field" id={`field-${name}`}>
      <h3 className="govuk-heading-s sn-field__label">{planFields[name].label}</h3>
      <FieldMarks name={name} />
      {value.trim() === "" ? (
        <p className="sn-field__nothing">Not written yet</p>
      ) : (
        <p className="sn-field__words">{valueInWords(name, value)}</p>
      )}
      {read.changed === null ? null : <p className="sn-field__changed">{read.changed}</p>}
    </div>
  );
}
