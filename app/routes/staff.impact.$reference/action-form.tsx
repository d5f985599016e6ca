import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { DateField, dateFieldError } from "#app/components/staff/date-field.tsx";
import type { DayParts } from "#app/domain/account/day-parts.ts";
import { paths } from "#app/paths.ts";

type Fields = { task: string; position: string; dueOn: DayParts | undefined };

export function ActionForm({ reference, reply }: { reference: string; reply: SubmissionResult | undefined }) {
  const [, fields] = useForm<Fields>({ id: "add-action", lastResult: reply });
  return (
    <>
      <ErrorSummary fields={[fields.task, fields.position, dateFieldError(fields.dueOn)]} />
      <Details summary="Add an action" isOpen={reply !== undefined}>
        <form method="post" action={paths.tasking.impact(reference)} noValidate>
          <Textarea field={fields.task} label="What is to be done?" rows={3} />
          <TextInput
            field={fields.position}
            label="Who does it?"
            hint="A position, like “sergeant of the team”"
          />
          <DateField field={fields.dueOn} legend="When is it due?" hint="For example, 27 3 2027" />
          <Button name="intent" value="add-action">
            Add the action
          </Button>
        </form>
      </Details>
    </>
  );
}
