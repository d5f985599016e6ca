import { useForm } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { paths } from "#app/paths.ts";
import type { FormProps } from "./page-data.ts";

/** What still stands in the way, one line each. */
export function Missing({ before, missing }: { before: string; missing: readonly string[] }) {
  if (missing.length === 0) return null;
  return (
    <>
      <p>{before}</p>
      <ul className="govuk-list govuk-list--bullet">
        {missing.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </>
  );
}

export const ApproveForm = ({ reference, version }: Pick<FormProps, "reference" | "version">) => (
  <form method="post" action={paths.staff.engagement(reference)} noValidate>
    <input type="hidden" name="version" value={version} />
    <Button name="intent" value="approve">
      Approve the engagement plan
    </Button>
  </form>
);

export function EvaluateForm({ reference, version, reply }: FormProps) {
  const [, { evaluation }] = useForm<{ evaluation: string }>({ id: "evaluate", lastResult: reply });
  return (
    <>
      <ErrorSummary fields={[evaluation]} />
      <form method="post" action={paths.staff.engagement(reference)} noValidate>
        <input type="hidden" name="version" value={version} />
        <Textarea
          field={evaluation}
          label="What worked, and what did not?"
          hint="For the next plan. After this, the plan cannot be changed."
          rows={4}
        />
        <Button name="intent" value="evaluate" look="secondary">
          Evaluate the plan
        </Button>
      </form>
    </>
  );
}
