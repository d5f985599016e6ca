import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";

// An interface would want an index for every other name.
type DecideFields = { decision: string; answer: string };

/** The form's fields, and what is wrong with them for the top of the page. */
export function useDecideForm(lastResult: SubmissionResult | undefined) {
  const [, fields] = useForm<DecideFields>({ id: "decide", lastResult });
  return { fields, errors: <ErrorSummary fields={[fields.decision, fields.answer]} /> };
}

/** Authorises a request or refuses it. */
export function DecideForm({
  fields,
  isEmergency,
}: Pick<ReturnType<typeof useDecideForm>, "fields"> & { isEmergency: boolean }) {
  return (
    <form method="post" noValidate>
      <input type="hidden" name="intent" value="decide" />
      <Radios
        field={fields.decision}
        legend="Your decision"
        items={[
          {
            value: "authorise",
            label: isEmergency ? "Authorise it, after the event" : "Authorise it",
            ...(isEmergency
              ? { hint: "Later than 24 hours after it began, it counts as not authorised." }
              : {}),
          },
          {
            value: "refuse",
            label: "Refuse it",
            ...(isEmergency ? { hint: "The time counts all the same, as not authorised." } : {}),
          },
        ]}
      />
      <Textarea
        field={fields.answer}
        label="Answer"
        hint="Needed when you refuse. Who asked and the officer’s sergeant read it. Name nobody."
        rows={3}
      />
      <Button>Decide</Button>
    </form>
  );
}
