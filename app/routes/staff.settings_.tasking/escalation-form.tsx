import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { wholeFormId } from "#app/components/staff/form-errors.tsx";
import { escalationStamp, rungWords } from "#app/domain/settings/escalation.ts";
import { rungs, type EscalationDays, type Rung } from "#app/domain/tasking/escalation.ts";

type Fields = { [Each in Rung]: string };

const hints: Readonly<Record<Rung, string>> = {
  owner: "The person, or everybody of the agency in the group where no person is named.",
  lead: "As the agency’s page names them.",
  chair:
    "And the deputy. The action stands on their next agenda as late. Where an action is declined and nobody says what becomes of it, they are reminded as many days later, and after them the board.",
  board: "The chair of the external board, or of the strategic group where there is none.",
};

/** The four figures, and what is wrong with them for the top of the page. */
export function useEscalationForm(days: EscalationDays, lastResult: SubmissionResult | undefined) {
  const [, fields] = useForm<Fields>({
    id: "escalation",
    lastResult,
    defaultValue: {
      owner: String(days.owner),
      lead: String(days.lead),
      chair: String(days.chair),
      board: String(days.board),
    },
  });
  return { fields, errors: <ErrorSummary fields={rungs.map((rung) => fields[rung])} /> };
}

/** When each rung is told, in days after the day an action was due. */
export function EscalationForm({
  fields,
  days,
}: Pick<ReturnType<typeof useEscalationForm>, "fields"> & { days: EscalationDays }) {
  return (
    <form id={wholeFormId} method="post" noValidate>
      <input type="hidden" name="shown" value={escalationStamp(days)} />
      {rungs.map((rung) => (
        <TextInput
          key={rung}
          field={fields[rung]}
          label={`${rungWords[rung]}, days after the action was due`}
          hint={hints[rung]}
          inputMode="numeric"
          autoComplete="off"
          width={10}
        />
      ))}
      <Button>Save</Button>
    </form>
  );
}
