import { Button } from "#app/components/govuk/button.tsx";
import type { Field } from "#app/components/govuk/field.ts";
import { TextInput } from "#app/components/govuk/text-input.tsx";

/** Where a code that was sent is entered, and another one asked for. */
export function CodeForm({ action, field }: { action: string; field: Field }) {
  return (
    <>
      <form method="post" action={action} noValidate>
        <input type="hidden" name="intent" value="check" />
        <TextInput
          field={field}
          label="Six-digit code"
          hint="It works for 10 minutes, in this browser only."
          width={10}
          autoComplete="one-time-code"
          inputMode="numeric"
          spellCheck={false}
        />
        <Button>Continue</Button>
      </form>
      <form className="sn-again" method="post" action={action}>
        <input type="hidden" name="intent" value="send" />
        <p>
          It can take a few minutes to arrive. Look in your junk or spam folder too.{" "}
          <Button look="plain">Send it again</Button>
        </p>
      </form>
    </>
  );
}
