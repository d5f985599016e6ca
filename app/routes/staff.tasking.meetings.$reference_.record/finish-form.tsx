import { useForm, type SubmissionResult } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import { useState } from "react";
import { Button } from "#app/components/govuk/button.tsx";
import { DateField } from "#app/components/staff/date-field.tsx";
import { begunForms } from "#app/components/tasking/record-fields.ts";
import type { DayParts } from "#app/domain/account/day-parts.ts";
import { lackLines, type Lack } from "#app/domain/tasking/finishing.ts";
import { paths } from "#app/paths.ts";
import { recordFormId } from "./acts.ts";

interface FinishFormProps {
  reference: string;
  reply: SubmissionResult | undefined;
  lacks: readonly Lack[];
  nextOn: DayParts | undefined;
  /** How much this screen wrote that is not written down. */
  waiting: number;
}

/** Finishes the minutes, once nothing is missing any more. */
export function FinishForm({ reference, reply, lacks, nextOn, waiting }: FinishFormProps) {
  const [, fields] = useForm<{ nextOn: DayParts | undefined }>({
    id: "finish",
    lastResult: reply,
    defaultValue: { nextOn },
  });
  const [isHeld, setHeld] = useState(false);
  return (
    <section className="sn-record__part" aria-labelledby="finish-title">
      <h2 className="govuk-heading-m" id="finish-title">
        Finish the meeting
      </h2>
      {lacks.length === 0 ? (
        <p>Nothing is missing. Once the minutes are finished, nothing more is written in them.</p>
      ) : (
        <>
          <p>The minutes are finished when nothing of this is missing any more:</p>
          <ul className="govuk-list govuk-list--bullet">
            {lackLines(lacks).map(({ part, words }) => (
              <li key={words}>
                <LackLink part={part} reference={reference}>
                  {words}
                </LackLink>
              </li>
            ))}
          </ul>
        </>
      )}
      <p role="status">
        {isHeld
          ? "Something that you wrote on this page is not written down. Write it down, mend it or delete it, then finish."
          : ""}
      </p>
      <Form
        method="post"
        action={paths.tasking.record(reference)}
        noValidate
        onSubmit={(event) => {
          // What is finished takes nothing more: what is still on this screen would be lost.
          const isBegun = waiting > 0 || begunForms().length > 0;
          setHeld(isBegun);
          if (isBegun) event.preventDefault();
        }}
      >
        <input type="hidden" name="intent" value="finish" />
        <DateField
          field={fields.nextOn}
          legend="When does the group meet next?"
          hint="Leave it empty if that is not known."
        />
        <Button look="secondary">Finish the minutes</Button>
      </Form>
    </section>
  );
}

function LackLink({
  part,
  reference,
  children,
}: {
  part: Lack["part"];
  reference: string;
  children: string;
}) {
  return part === "door" ? (
    <Link className="govuk-link" to={paths.tasking.door(reference)}>
      {children}
    </Link>
  ) : (
    <a className="govuk-link" href={`#${recordFormId(part)}`}>
      {children}
    </a>
  );
}
