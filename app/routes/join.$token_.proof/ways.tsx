import type { Field } from "#app/components/govuk/field.ts";
import { Radios } from "#app/components/govuk/radios.tsx";
import { useHydrated } from "#app/components/use-hydrated.ts";
import type { WayToSignIn } from "#app/domain/member/member.ts";

const words: Readonly<Record<WayToSignIn, { label: string; hint: string }>> = {
  passkey: {
    label: "A passkey",
    hint: "Your fingerprint, your face or the PIN of your device. The quickest and the safest.",
  },
  password: {
    label: "A password and an authenticator app",
    hint: "A password, and each time a code from an app on your phone or computer",
  },
  "email-code": {
    label: "A code by email",
    hint: "We send you a code each time. You can change to a passkey later.",
  },
};

/** How to sign in; a passkey only where script is there to make one. */
export function Ways({ field, ways }: { field: Field; ways: readonly WayToSignIn[] }) {
  const isHydrated = useHydrated();
  const offered = ways.filter((way) => way !== "passkey" || isHydrated);
  return (
    <Radios
      field={field}
      legend="How do you want to sign in?"
      items={offered.map((way) => ({ value: way, ...words[way] }))}
    />
  );
}
