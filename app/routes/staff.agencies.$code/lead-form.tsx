import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { accountName } from "#app/domain/account/account-words.ts";
import { paths } from "#app/paths.ts";

interface LeadFormProps {
  code: string;
  members: readonly { id: string; name: string | null }[];
  leadId: string | null;
  reply: SubmissionResult | undefined;
}

/** Who of an agency hears when its actions are late, or its agreement ends. */
export function LeadForm({ code, members, leadId, reply }: LeadFormProps) {
  const [, { lead }] = useForm<{ lead: string }>({
    id: "lead",
    lastResult: reply,
    defaultValue: { lead: leadId ?? "" },
  });
  return (
    <>
      <h2 className="govuk-heading-m">Who leads it</h2>
      <ErrorSummary fields={[lead]} />
      <form method="post" action={paths.staff.agency(code)} noValidate>
        <input type="hidden" name="intent" value="name-lead" />
        <Select
          field={lead}
          label="Lead"
          hint="Hears when the agency’s actions are late, and before its agreement ends"
          nothing="Nobody"
          groups={[
            { label: "", items: members.map(({ id, name }) => ({ value: id, words: accountName(name) })) },
          ]}
        />
        <Button look="secondary">Save who leads it</Button>
      </form>
    </>
  );
}
