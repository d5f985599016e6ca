import type { ComponentProps, ReactNode } from "react";
import { Button } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import type { Field } from "#app/components/govuk/field.ts";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { MeasureFields } from "#app/components/plan/measure-fields.tsx";
import type { MeasureKind } from "#app/domain/measure/measure.ts";

interface Target {
  action: string;
  version: number;
}

const MeasureForm = ({
  action,
  version,
  intent,
  children,
}: Target & { intent: string; children: ReactNode }) => (
  <form method="post" action={action} noValidate>
    <input type="hidden" name="intent" value={intent} />
    <input type="hidden" name="version" value={version} />
    {children}
  </form>
);

/** Several figures at once, as one says them. */
export const FiguresForm = ({ target, field, kind }: { target: Target; field: Field; kind: MeasureKind }) => (
  <MeasureForm {...target} intent="figures">
    <Textarea
      field={field}
      label="Type in figures"
      hint={
        kind === "survey"
          ? "One to a line: the month or the day, the share in per cent, and how many were asked. For example: March 2026: 63% of 108"
          : "One to a line: the month or the day, then the figure. For example: March 2026: 14"
      }
      rows={6}
    />
    <p>
      A figure for a date that has one takes its place. To take one out, write the word none after its date.
      Corrections are recorded.
    </p>
    <Button>Save the figures</Button>
  </MeasureForm>
);

/** What the measure is, and its removal, out of the way until they are wanted. */
export const ChangeForms = ({
  target,
  fields,
  kind,
  isSure,
  open,
}: {
  target: Target;
  fields: ComponentProps<typeof MeasureFields>["fields"];
  kind: MeasureKind;
  isSure: Field;
  /** The form that was sent and refused. */
  open: unknown;
}) => (
  <>
    <Details summary="Change what is measured" isOpen={open === "change"}>
      <MeasureForm {...target} intent="change">
        <MeasureFields fields={fields} kind={kind} />
        <Button>Save the measure</Button>
      </MeasureForm>
    </Details>
    <Details summary="Remove this measure" isOpen={open === "remove"}>
      <MeasureForm {...target} intent="remove">
        <Checkboxes
          field={isSure}
          legend="Its figures go with it"
          items={[{ value: "yes", label: "Remove the measure and all its figures" }]}
        />
        <Button look="secondary">Remove</Button>
      </MeasureForm>
    </Details>
  </>
);
