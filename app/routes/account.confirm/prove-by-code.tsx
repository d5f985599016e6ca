import { CodeForm } from "#app/components/code/code-form.tsx";
import { DemonstrationMailbox } from "#app/components/code/demonstration-mailbox.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorMessage } from "#app/components/govuk/error-message.tsx";
import type { Field } from "#app/components/govuk/field.ts";
import { paths } from "#app/paths.ts";

interface ProveByCodeProps {
  email: string;
  isSent: boolean;
  next: string;
  field: Field;
}

/** First the wish for a code, then the code. Nothing is sent before somebody presses a button. */
export function ProveByCode({ email, isSent, next, field }: ProveByCodeProps) {
  const address = <strong className="sn-break">{email}</strong>;
  const action = paths.account.confirm(next);
  if (isSent)
    return (
      <>
        <p>We have sent a new six-digit code to {address}.</p>
        <DemonstrationMailbox />
        <CodeForm action={action} field={field} />
      </>
    );
  return (
    <form method="post" action={action}>
      <input type="hidden" name="intent" value="send" />
      <p>
        Some time has passed since you signed in. What comes next cannot be taken back, so we send a new code
        to {address} first.
      </p>
      <ErrorMessage field={field} />
      <Button id={field.id}>Send me a code</Button>
    </form>
  );
}
