import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { paths } from "#app/paths.ts";

interface GuestFormProps {
  reference: string;
  /** Made once for each page, so that a guest who is sent twice is let in once. */
  formKey: string;
  agencies: readonly { id: string; name: string }[];
  reply: SubmissionResult | undefined;
}

// An interface would want an index for every other name.
type GuestFields = { name: string; agencyId: string; position: string; declared: string };

/** Lets somebody in who has no account here. */
export function GuestForm({ reference, formKey, agencies, reply }: GuestFormProps) {
  const [, { name, agencyId, position, declared }] = useForm<GuestFields>({ id: "guest", lastResult: reply });
  return (
    <Details summary="Let a guest in" isOpen={reply !== undefined}>
      <form method="post" action={paths.tasking.door(reference)} noValidate>
        <input type="hidden" name="intent" value="guest" />
        <input type="hidden" name="key" value={formKey} />
        <TextInput field={name} label="Name" width={30} autoComplete="off" />
        <Select
          field={agencyId}
          label="Agency"
          nothing="Choose an agency"
          groups={[{ label: "", items: agencies.map(({ id, name: words }) => ({ value: id, words })) }]}
        />
        <TextInput field={position} label="Position" width={30} autoComplete="off" />
        <Checkboxes
          field={declared}
          legend="Confidentiality"
          items={[{ value: "yes", label: "The guest made the confidentiality declaration" }]}
        />
        <Button look="secondary">Let the guest in</Button>
      </form>
    </Details>
  );
}
