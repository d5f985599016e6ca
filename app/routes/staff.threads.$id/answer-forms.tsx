import type { FieldMetadata } from "@conform-to/react";
import type { ReactNode } from "react";
import { Button } from "#app/components/govuk/button.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import type { Field } from "#app/components/govuk/field.ts";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { DateField } from "#app/components/staff/date-field.tsx";
import type { DayParts } from "#app/domain/account/day-parts.ts";
import { paths } from "#app/paths.ts";
import type { ReadThread } from "./read-thread.ts";

interface AnswerFormsProps {
  thread: Pick<
    ReadThread,
    "id" | "version" | "mayAnswer" | "mayDelay" | "mayRedirect" | "mayClose" | "mayReopen"
  >;
  fields: Record<"answer" | "reason" | "elsewhere" | "again", Field> & {
    until: FieldMetadata<DayParts | undefined>;
  };
}

/** What the team can do with a message now: the answer in the open, the rest folded away until it is wanted. */
export function AnswerForms({ thread, fields }: AnswerFormsProps) {
  const { answer, until, reason, elsewhere, again } = fields;
  const hasErrors = (...of: readonly { errors?: unknown }[]) => of.some(({ errors }) => errors !== undefined);
  return (
    <>
      {thread.mayAnswer ? (
        <ActForm thread={thread} intent="answer" button="Send the answer">
          <Textarea
            field={answer}
            label="Your answer"
            hint="Say what was done or will be done, and by when. The resident reads it as it stands."
            rows={6}
          />
        </ActForm>
      ) : null}
      {thread.mayDelay ? (
        <Details summary="It takes longer" isOpen={hasErrors(until, reason)}>
          <ActForm thread={thread} intent="delay" button="Tell the resident" look="secondary">
            <DateField field={until} legend="When will you answer?" hint="For example 27 3 2027" />
            <Textarea
              field={reason}
              label="Why does it take longer?"
              hint="The resident reads it as it stands. An answer can be put off once."
            />
          </ActForm>
        </Details>
      ) : null}
      {thread.mayRedirect ? (
        <Details summary="It is for somebody else" isOpen={hasErrors(elsewhere)}>
          <ActForm thread={thread} intent="redirect" button="Tell the resident" look="secondary">
            <Textarea
              field={elsewhere}
              label="Who answers this, and how can they be reached?"
              hint="For example: The council looks after street lights. Call 01332 000000, or report it on its website."
            />
          </ActForm>
        </Details>
      ) : null}
      {thread.mayReopen ? (
        <Details summary="It is not settled" isOpen={hasErrors(again)}>
          <ActForm thread={thread} intent="reopen" button="Open it again" look="secondary">
            <Textarea field={again} label="Why? The resident reads it as it stands" />
          </ActForm>
        </Details>
      ) : null}
      {thread.mayClose ? (
        <ActForm thread={thread} intent="close" button="Close the message" look="secondary" />
      ) : null}
    </>
  );
}

interface ActFormProps {
  thread: { id: string; version: number };
  intent: string;
  button: string;
  look?: "primary" | "secondary";
  children?: ReactNode;
}

const ActForm = ({ thread, intent, button, look = "primary", children }: ActFormProps) => (
  <form method="post" action={paths.staff.thread(thread.id)} noValidate>
    <input type="hidden" name="version" value={thread.version} />
    {children}
    <Button name="intent" value={intent} look={look}>
      {button}
    </Button>
  </form>
);
