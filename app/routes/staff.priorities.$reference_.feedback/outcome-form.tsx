import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { paths } from "#app/paths.ts";
import type { OutcomePrefilled } from "./outcome-prefilled.ts";

interface OutcomeFormProps {
  reference: string;
  version: number;
  prefilled: OutcomePrefilled;
  days: number;
  reply: SubmissionResult | undefined;
}

/** The report to residents at the end of the work. Filing it asks them whether it worked. */
export function OutcomeForm({ reference, version, prefilled, days, reply }: OutcomeFormProps) {
  const [, fields] = useForm<OutcomePrefilled>({ id: "outcome", lastResult: reply, defaultValue: prefilled });
  const { done, changed, notAchieved, remains, before, after } = fields;
  return (
    <section aria-labelledby="file">
      <h2 className="govuk-heading-m" id="file">
        File the outcome report
      </h2>
      <InsetText>
        Residents read all of this. It is filled in from the assessment: say it again in words that somebody
        who was not there understands. When you file it, they are asked for {days} days whether it worked.
      </InsetText>
      <ErrorSummary fields={[done, changed, before, after, notAchieved, remains]} />
      <form method="post" action={paths.staff.feedback(reference)} noValidate>
        <input type="hidden" name="intent" value="file" />
        <input type="hidden" name="version" value={version} />
        <Textarea
          field={done}
          label="What was done"
          hint="By you and by partners, as bodies and not as people"
        />
        <Textarea field={changed} label="What has changed" rows={3} />
        <TextInput
          field={before}
          label="The figure before"
          hint="With its time, for example: 38 reports, June to August 2026"
        />
        <TextInput
          field={after}
          label="The figure after"
          hint="The same season where that can be, for example: 12 reports, June to August 2027"
        />
        <Textarea
          field={notAchieved}
          label="What was not achieved"
          hint="Honestly, and why. If everything was, say so"
          rows={3}
        />
        <Textarea
          field={remains}
          label="What remains, and who does it"
          hint="If nothing does, say so"
          rows={3}
        />
        <Button>File the report and ask residents</Button>
      </form>
    </section>
  );
}
