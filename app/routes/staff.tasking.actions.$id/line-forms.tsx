import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { ReasonForm } from "#app/components/staff/reason-form.tsx";
import type { PublicLineState } from "#app/domain/tasking/action.ts";

interface LineFormsProps {
  version: number;
  to: string;
  agency: string;
  publicLine: string | null;
  state: PublicLineState;
  isBeforeElection: boolean;
  publishReply: SubmissionResult | undefined;
  withholdReply: SubmissionResult | undefined;
}

/** What residents read of an action: published in these words, or withheld. */
export function LineForms({ publishReply, withholdReply, ...line }: LineFormsProps) {
  return (
    <section aria-labelledby="line">
      <h2 className="govuk-heading-m" id="line">
        What residents read of it
      </h2>
      <PublishForm {...line} reply={publishReply} />
      <WithholdForm {...line} reply={withholdReply} />
    </section>
  );
}

type FormProps = Omit<LineFormsProps, "publishReply" | "withholdReply"> & {
  reply: SubmissionResult | undefined;
};

function PublishForm({ version, to, agency, publicLine, state, isBeforeElection, reply }: FormProps) {
  const [, fields] = useForm<Record<"publicLine" | "isElectionMinded", string>>({
    id: "publish",
    lastResult: reply,
    defaultValue: { publicLine: publicLine ?? "" },
  });
  const isPublished = state === "published";
  return (
    <>
      <form method="post" action={to} noValidate>
        <input type="hidden" name="version" value={version} />
        <Textarea
          field={fields.publicLine}
          label="The public line"
          hint={`It follows the agency’s name: “${agency} repaired the lights on the rec”, and the day. Name nobody and no home.`}
          rows={2}
        />
        {isBeforeElection ? (
          <Checkboxes
            field={fields.isElectionMinded}
            legend="There is an election soon"
            items={[{ value: "on", label: "This is ordinary business, and not publicity" }]}
          />
        ) : null}
        <Button name="intent" value="publish">
          {isPublished ? "Change what residents read" : "Publish it"}
        </Button>
      </form>
    </>
  );
}

function WithholdForm({ version, to, state, reply }: FormProps) {
  const [, { withheldReason }] = useForm<{ withheldReason: string }>({ id: "withhold", lastResult: reply });
  return (
    <ReasonForm
      summary={state === "published" ? "Take it down" : "Publish nothing of it"}
      isOpen={reply !== undefined}
      to={to}
      version={version}
      field={withheldReason}
      label="Why should residents not read of it?"
      hint="Only those who read the action read this."
      rows={2}
      button={{
        name: "intent",
        value: "withhold",
        words: state === "published" ? "Take it down" : "Publish nothing",
      }}
    />
  );
}
