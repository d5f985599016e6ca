import { useForm, type SubmissionResult } from "@conform-to/react";
import { momentInWords } from "#app/components/moment-in-words.ts";
import { Button } from "#app/components/govuk/button.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { WarningText } from "#app/components/govuk/warning-text.tsx";
import { accountName } from "#app/domain/account/account-words.ts";
import { paths } from "#app/paths.ts";
import type { SettingChange } from "./setting-table.tsx";

/** The form's field, and what is wrong with it for the top of the page. */
export function useContactCentreForm(email: string | null, lastResult: SubmissionResult | undefined) {
  const [, fields] = useForm<{ email: string }>({
    id: "contact-centre",
    lastResult,
    defaultValue: { email: email ?? "" },
  });
  return fields.email;
}

interface ContactCentreFormProps {
  field: ReturnType<typeof useContactCentreForm>;
  /** As it is now; null for none. */
  email: string | null;
  changed: SettingChange | null;
}

/** Where alarms over what may be urgent are mailed to. */
export function ContactCentreForm({ field, email, changed }: ContactCentreFormProps) {
  return (
    <section>
      <h2 className="govuk-heading-m">Contact centre</h2>
      {email === null ? (
        <WarningText>
          Nobody is mailed when something urgent waits too long. Enter the address of the contact centre.
        </WarningText>
      ) : null}
      <form method="post" action={paths.staff.settings()} noValidate>
        <input type="hidden" name="intent" value="contact-centre" />
        <input type="hidden" name="shown" value={email ?? ""} />
        <TextInput
          field={field}
          label="Email address of the contact centre"
          hint="One that somebody reads day and night. The mail says that something waits and where, not what it is. Leave it empty to mail nobody."
          type="email"
          width={30}
          autoComplete="off"
          spellCheck={false}
        />
        <Button look="secondary">Change the address</Button>
      </form>
      {changed === null ? null : (
        <p>
          Changed {momentInWords(changed.at)}, by {accountName(changed.by)}.
        </p>
      )}
    </section>
  );
}
