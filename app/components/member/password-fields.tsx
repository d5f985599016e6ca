import type { Field } from "#app/components/govuk/field.ts";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { fewestCharacters } from "#app/domain/member/password.ts";

export interface AuthenticatorShown {
  /** A data: address. */
  picture: string;
  /** The same secret, to type. */
  typed: string;
}

interface PasswordFieldsProps {
  password: Field;
  code: Field;
  email: string;
  authenticator: AuthenticatorShown;
}

/** A new password, an authenticator app to set up, and a code of it to confirm that it works. */
export function PasswordFields({ password, code, email, authenticator }: PasswordFieldsProps) {
  return (
    <>
      <h2 className="govuk-heading-m">Choose a password</h2>
      {/* Tells a password manager whose password it keeps. */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <TextInput
        field={password}
        label="Password"
        hint={`At least ${fewestCharacters} characters. Three words that only you would put together are good.`}
        type="password"
        autoComplete="new-password"
      />
      <h2 className="govuk-heading-m">Set up an authenticator app</h2>
      <p>
        Use the app on your phone or computer that you use for other sites, or install one. Scan this picture
        with it, or type the key.
      </p>
      <img className="sn-qr" src={authenticator.picture} alt="A code for your authenticator app to scan" />
      <p>
        Key: <strong className="sn-break">{authenticator.typed}</strong>
      </p>
      <TextInput
        field={code}
        label="6-digit code from the app"
        type="text"
        inputMode="numeric"
        autoComplete="one-time-code"
        width={10}
      />
    </>
  );
}
