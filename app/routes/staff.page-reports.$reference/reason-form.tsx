import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { paths } from "#app/paths.ts";

interface ReasonFormProps {
  reference: string;
  intent: "take-down" | "keep" | "change";
  legend: string;
  reasons: Readonly<Record<string, string>>;
  button: string;
  look?: "primary" | "secondary";
  reply: SubmissionResult | undefined;
}

/** A decision with one of its reasons: the sentence that whoever reported it reads. */
export function ReasonForm({ reference, intent, legend, reasons, button, look, reply }: ReasonFormProps) {
  const [, { reason }] = useForm<{ reason: string }>({ id: intent, lastResult: reply });
  return (
    <form method="post" action={paths.staff.pageReport(reference)} noValidate>
      <ErrorSummary fields={[reason]} />
      <Radios
        field={reason}
        legend={legend}
        items={Object.entries(reasons).map(([value, label]) => ({ value, label }))}
      />
      <Button name="intent" value={intent} look={look ?? "primary"}>
        {button}
      </Button>
    </form>
  );
}
