import { dayTextOf } from "#app/domain/plan/day-text.ts";
import { planFieldNames, planFields, type PlanFieldName } from "#app/domain/plan/fields.ts";

/** What the boxes of the form hold, before script takes them over. */
export function typedInForm(form: HTMLFormElement | null): [PlanFieldName, string][] {
  if (form === null) return [];
  const typed = new FormData(form);
  const text = (name: string) => {
    const value = typed.get(name);
    return typeof value === "string" ? value : null;
  };
  return planFieldNames.flatMap((name) => {
    const [day, month, year] = ["day", "month", "year"].map((part) => text(`fields.${name}.${part}`) ?? "");
    const isHere = text(`fields.${name}.version`) !== null;
    const value =
      planFields[name].kind === "day"
        ? dayTextOf({ day, month, year })
        : // No choice is chosen where there is none; a box is always sent.
          (text(`fields.${name}.value`) ?? "");
    return isHere ? [[name, value.replace(/\r\n?/g, "\n")]] : [];
  });
}
