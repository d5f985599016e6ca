import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { paths } from "#app/paths.ts";

interface WriteUpFormProps {
  meeting: {
    reference: string;
    version: number;
    writeUp: string | null;
    decisions: string | null;
    attended: number | null;
  };
  reply: SubmissionResult | undefined;
}

export function WriteUpForm({ meeting, reply }: WriteUpFormProps) {
  const { reference, version, writeUp, decisions, attended } = meeting;
  const [, fields] = useForm<Record<"said" | "decisions" | "attended", string>>({
    id: "write-up",
    lastResult: reply,
    defaultValue: { said: writeUp ?? "", decisions: decisions ?? "", attended: attended?.toString() ?? "" },
  });
  return (
    <section>
      <h2 className="govuk-heading-m">{writeUp === null ? "Write it up" : "Put the write-up right"}</h2>
      <ErrorSummary fields={[fields.said, fields.decisions, fields.attended]} />
      <p>
        Write in your own words what was talked about. Do not name residents, quote them or say where they
        live: everybody can read this.
      </p>
      <form method="post" action={paths.staff.meeting(reference)} noValidate>
        <input type="hidden" name="version" value={version} />
        <Textarea field={fields.said} label="What was said?" rows={8} />
        <Textarea
          field={fields.decisions}
          label="What was decided?"
          hint="Who does what by when, by role. Leave empty if nothing was decided."
          rows={4}
        />
        <TextInput
          field={fields.attended}
          label="How many people came?"
          hint="Without the police and partners. Leave empty if nobody counted."
          width={10}
          inputMode="numeric"
        />
        <Button name="intent" value="write-up">
          Publish this
        </Button>
      </form>
    </section>
  );
}
