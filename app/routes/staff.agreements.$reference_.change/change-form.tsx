import { useForm, type SubmissionResult } from "@conform-to/react";
import {
  agreementFieldErrors,
  AgreementFieldset,
  type AgreementChoices,
} from "#app/components/agreement/agreement-fields.tsx";
import type { AgreementFormFields } from "#app/components/agreement/agreement-schema.ts";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { wholeFormId } from "#app/components/staff/form-errors.tsx";
import { paths } from "#app/paths.ts";

interface ChangeFormProps {
  reference: string;
  version: number;
  typed: AgreementFormFields;
  choices: AgreementChoices;
  reply: SubmissionResult | undefined;
}

/** A draft, to be written anew. */
export function ChangeForm({ reference, version, typed, choices, reply }: ChangeFormProps) {
  const [, fields] = useForm<AgreementFormFields>({
    id: "agreement",
    lastResult: reply,
    defaultValue: typed,
  });
  return (
    <>
      <ErrorSummary fields={agreementFieldErrors(fields)} />
      <p>
        A signature is of the words that were signed. If you change what the agreement says, whoever signed it
        before signs again.
      </p>
      <form id={wholeFormId} method="post" action={paths.tasking.changeAgreement(reference)} noValidate>
        <input type="hidden" name="version" value={version} />
        <AgreementFieldset fields={fields} choices={choices} />
        <Button name="intent" value="change">
          Save the draft
        </Button>
      </form>
    </>
  );
}
