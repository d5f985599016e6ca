import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { DateField, dateFieldError } from "#app/components/staff/date-field.tsx";
import type { DayParts } from "#app/domain/account/day-parts.ts";
import { paths } from "#app/paths.ts";

interface SignPartyFormProps {
  agreement: { reference: string; version: number };
  /** The parties that have not signed. */
  waiting: readonly { agencyId: string; name: string }[];
  reply: SubmissionResult | undefined;
}

// An interface would want an index for every other name.
type Fields = Record<"agency" | "signatory" | "position", string> & { signedOn: DayParts | undefined };

/** Records who signed for a party. */
export function SignPartyForm({ agreement: { reference, version }, waiting, reply }: SignPartyFormProps) {
  const [, { agency, signatory, position, signedOn }] = useForm<Fields>({
    id: "sign-party",
    lastResult: reply,
  });
  if (waiting.length === 0) return null;
  return (
    <section className="sn-no-print">
      <h2 className="govuk-heading-m">Record a signature</h2>
      <ErrorSummary fields={[agency, signatory, position, dateFieldError(signedOn)]} />
      <form method="post" action={paths.tasking.agreement(reference)} noValidate>
        <input type="hidden" name="version" value={version} />
        <Select
          field={agency}
          label="For which agency?"
          nothing="Choose"
          groups={[
            { label: "", items: waiting.map(({ agencyId, name }) => ({ value: agencyId, words: name })) },
          ]}
        />
        <TextInput field={signatory} label="Who signed?" width={30} autoComplete="off" />
        <TextInput
          field={position}
          label="Their position"
          hint="Such as chief executive"
          width={30}
          autoComplete="off"
        />
        <DateField field={signedOn} legend="When was it signed?" hint="For example, 27 3 2027" />
        <Button name="intent" value="sign-party" look="secondary">
          Record the signature
        </Button>
      </form>
    </section>
  );
}
