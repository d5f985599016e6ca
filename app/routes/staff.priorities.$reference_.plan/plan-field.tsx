import type { ReactNode } from "react";
import { ErrorMessage } from "#app/components/govuk/error-message.tsx";
import { describedBy, type Field } from "#app/components/govuk/field.ts";
import type { Editing } from "#app/domain/plan/editing.ts";
import { planFields, type PlanFieldName } from "#app/domain/plan/fields.ts";
import { BothTexts } from "./both-texts.tsx";
import { Control } from "./controls.tsx";
import { FieldMarks } from "./field-marks.tsx";
import type { PlanEditing } from "./use-plan-editing.ts";

/** A field of a plan as the form takes it. */
export const fieldOf = (name: PlanFieldName, { problems }: Editing): Field => ({
  id: `field-${name}`,
  name: `fields.${name}`,
  errors: problems.length === 0 ? undefined : [problems.join(". ")],
  errorId: `field-${name}-error`,
  descriptionId: `field-${name}-hint`,
  initialValue: undefined,
});

interface PlanFieldProps {
  name: PlanFieldName;
  editing: Editing;
  does: Pick<PlanEditing, "type" | "enter" | "leave" | "choose">;
}

/** One field to write in: what it is for, who reads it, who changed it last, and what somebody else wrote meanwhile. */
export function PlanField({ name, editing, does }: PlanFieldProps) {
  const { label, hint, kind } = planFields[name];
  const { value, read, theirs } = editing;
  const field = fieldOf(name, editing);
  const about = (
    <>
      <FieldMarks name={name} />
      <div id={field.descriptionId} className="govuk-hint">
        {hint}
      </div>
      <ErrorMessage field={field} />
    </>
  );
  const control = (
    <Control field={field} kind={kind} value={value} onType={(text) => does.type(name, text)} />
  );
  return (
    <div
      className={`govuk-form-group sn-field${field.errors ? " govuk-form-group--error" : ""}`}
      onFocus={() => does.enter(name)}
      onBlur={({ currentTarget, relatedTarget }) => {
        // From one box of a date to the next is no leaving.
        if (!currentTarget.contains(relatedTarget)) does.leave(name);
      }}
    >
      {kind === "day" || kind === "choice" ? (
        <Group label={label} describedBy={describedBy(field, true)}>
          {about}
          {control}
        </Group>
      ) : (
        <>
          <label className="govuk-label govuk-label--s" htmlFor={field.id}>
            {label}
          </label>
          {about}
          {control}
        </>
      )}
      <input type="hidden" name={`${field.name}.version`} value={read.version} />
      {theirs === null ? null : (
        <>
          <input type="hidden" name={`${field.name}.over`} value={theirs.version} />
          <BothTexts name={name} editing={editing} theirs={theirs} choose={does.choose} />
        </>
      )}
      {read.changed === null ? null : <p className="sn-field__changed">{read.changed}</p>}
    </div>
  );
}

function Group({
  label,
  describedBy: ids,
  children,
}: {
  label: string;
  describedBy: string | undefined;
  children: ReactNode;
}) {
  return (
    <fieldset className="govuk-fieldset" aria-describedby={ids}>
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{label}</legend>
      {children}
    </fieldset>
  );
}
