import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { plainField } from "#app/components/govuk/field.ts";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { dateFieldError } from "#app/components/staff/date-field.tsx";
import { MeetingPlanFieldset } from "#app/components/staff/meeting-plan-fields.tsx";
import type { MeetingPlanFields } from "#app/components/staff/meeting-plan-schema.ts";
import { partsOfDay } from "#app/domain/account/day-parts.ts";
import {
  declineReasons,
  declineReasonWords,
  reviewOutcomes,
  reviewOutcomeWords,
} from "#app/domain/priority/accept.ts";
import type { Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";

type Fields = MeetingPlanFields & Record<"reason" | "words" | "referredTo" | "outcome" | "form", string>;

interface AnswersProps {
  priority: { reference: string; version: number };
  may: Readonly<Record<"accept" | "decline" | "review" | "confirm", boolean>>;
  mostDays: number;
  today: Day;
  reply: SubmissionResult | undefined;
}

/** What the reader is asked about a priority: each answer is a form of its own. */
export function Answers({ priority: { reference, version }, may, mostDays, today, reply }: AnswersProps) {
  const [, fields] = useForm<Fields>({
    id: "answers",
    lastResult: reply,
    defaultValue: { heldOn: partsOfDay(today), writtenVoteDays: String(mostDays) },
  });
  const { reason, words, referredTo, outcome, heldOn, format, writtenVoteDays } = fields;
  const whole = { ...plainField("answers-whole"), errors: reply?.error?.["form"] ?? undefined };
  const action = paths.staff.priority(reference);
  const hidden = (intent: string) => (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="version" value={version} />
    </>
  );
  return (
    <div id="answers-whole" tabIndex={-1}>
      <ErrorSummary
        fields={[whole, reason, words, referredTo, outcome, format, dateFieldError(heldOn), writtenVoteDays]}
      />
      {may.accept ? (
        <form method="post" action={action} noValidate>
          {hidden("accept")}
          <h2 className="govuk-heading-m">Accept it</h2>
          <p>Work begins, and the plans are due.</p>
          <Button>Accept the priority</Button>
        </form>
      ) : null}
      {may.decline ? (
        <form method="post" action={action} noValidate>
          {hidden("decline")}
          <h2 className="govuk-heading-m">Decline it</h2>
          <Radios
            field={reason}
            legend="Why is it declined?"
            hint="There are no other grounds. The BCU commander reviews the refusal"
            items={declineReasons.map((value) => ({ value, label: declineReasonWords[value] }))}
          />
          <Textarea field={words} label="The reason, as residents will read it" rows={3} />
          <TextInput
            field={referredTo}
            label="Whom it was referred to"
            hint="For what is outside the powers of the police and their partners"
          />
          <Button look="secondary">Decline the priority</Button>
        </form>
      ) : null}
      {may.review ? (
        <form method="post" action={action} noValidate>
          {hidden("review")}
          <h2 className="govuk-heading-m">Review the refusal</h2>
          <Radios
            field={outcome}
            legend="What do you decide?"
            items={reviewOutcomes.map((value) => ({ value, label: reviewOutcomeWords[value] }))}
          />
          <Textarea field={words} label="The reason, as residents will read it" rows={3} />
          <Button>Record the review</Button>
        </form>
      ) : null}
      {may.confirm ? (
        <form method="post" action={action} noValidate>
          {hidden("confirm")}
          <h2 className="govuk-heading-m">Ask the panel to confirm it</h2>
          <MeetingPlanFieldset
            format={format}
            heldOn={heldOn}
            writtenVoteDays={writtenVoteDays}
            mostDays={mostDays}
          />
          <Button look="secondary">Call the panel</Button>
        </form>
      ) : null}
    </div>
  );
}
