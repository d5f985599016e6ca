import { planFields, type PlanFieldName } from "#app/domain/plan/fields.ts";

/** Who reads a field, and whether the plan goes on without it. */
export function FieldMarks({ name }: { name: PlanFieldName }) {
  const { isPublic, isRequired } = planFields[name];
  return (
    <p className="sn-field__marks">
      <span className={isPublic ? "sn-field__mark sn-field__mark--public" : "sn-field__mark"}>
        {isPublic ? "Residents read this" : "Police only"}
      </span>
      {isRequired ? <span className="sn-field__mark">The next stage needs it</span> : null}
    </p>
  );
}
