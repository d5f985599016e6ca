import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { motionInWords } from "#app/domain/panel/motion.ts";
import { paths } from "#app/paths.ts";
import type { MeetingView } from "#app/services/panel/view-meeting.server.ts";

interface SignOffFormProps {
  view: Pick<MeetingView, "resolution" | "items" | "tooEarly">;
  lastResult: SubmissionResult | undefined;
}

/** Whether a priority is done, as the panel's own votes say: nobody can write down another result. */
export function SignOffForm({ view: { resolution, items, tooEarly }, lastResult }: SignOffFormProps) {
  const [, fields] = useForm<{ reason: string }>({ id: "sign-off", lastResult });
  const [item] = items;
  return (
    <section aria-labelledby="decision">
      <h2 className="govuk-heading-m" id="decision">
        The decision
      </h2>
      {tooEarly === null ? null : <InsetText>{tooEarly}.</InsetText>}
      <ErrorSummary fields={[fields.reason]} />
      <p>
        {item === undefined ? "" : `${motionInWords(item.motion)}. `}
        What is recorded follows from the votes: with more for it than against, it is signed off, and
        otherwise it goes back to the team.
      </p>
      <form method="post" action={paths.staff.panel(resolution.id)} noValidate>
        <input type="hidden" name="intent" value="sign-off" />
        <input type="hidden" name="version" value={resolution.version} />
        <Textarea
          field={fields.reason}
          label="Why, as residents will read it"
          hint="In the panel’s words: why it is done, or what there is still to do"
          rows={3}
        />
        <Button>Record the decision</Button>
      </form>
      <form method="post" action={paths.staff.panel(resolution.id)} noValidate>
        <input type="hidden" name="intent" value="inquorate" />
        <Button look="secondary">Record that there was no quorum</Button>
      </form>
    </section>
  );
}
