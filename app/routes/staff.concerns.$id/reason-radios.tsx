import { Radios } from "#app/components/govuk/radios.tsx";
import type { Field } from "#app/components/govuk/field.ts";
import { reasonLists, type ReasonList } from "#app/domain/concern/reasons.ts";

interface ReasonRadiosProps {
  field: Field;
  list: ReasonList;
  legend?: string;
}

/** A reason from its list, as whoever raised the concern will read it. */
export const ReasonRadios = ({ field, list, legend = "Reason, as they will read it" }: ReasonRadiosProps) => (
  <Radios
    field={field}
    legend={legend}
    items={Object.entries(reasonLists[list]).map(([value, label]) => ({ value, label }))}
  />
);
