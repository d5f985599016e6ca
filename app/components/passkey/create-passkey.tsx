import { useSubmit } from "@remix-run/react";
import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/browser";
import { useState } from "react";
import { Button } from "#app/components/govuk/button.tsx";
import { useHydrated } from "#app/components/use-hydrated.ts";
import { PasskeyProblem } from "./passkey-problem.tsx";

const areOptions = (value: unknown): value is PublicKeyCredentialCreationOptionsJSON =>
  typeof value === "object" && value !== null && "challenge" in value && "user" in value;

function readOptions(json: string): PublicKeyCredentialCreationOptionsJSON {
  const options: unknown = JSON.parse(json);
  if (!areOptions(options)) throw new TypeError("These are no options for a passkey.");
  return options;
}

/** Asks the device for a new passkey and posts it to `action` in the field "passkey". `options` is JSON. */
export function CreatePasskey({ options, action }: { options: string; action: string }) {
  const submit = useSubmit();
  const isHydrated = useHydrated();
  const [problem, setProblem] = useState<string | null>(null);
  const create = async () => {
    setProblem(null);
    try {
      const { startRegistration } = await import("@simplewebauthn/browser");
      const answer = await startRegistration({ optionsJSON: readOptions(options) });
      submit({ passkey: JSON.stringify(answer) }, { method: "post", action });
    } catch {
      // Cancelled, timed out, or a device that makes none: the browser has said which.
      setProblem("No passkey was made. Try again, or go back and choose a password.");
    }
  };
  return (
    <>
      <PasskeyProblem words={problem} />
      <Button type="button" disabled={!isHydrated} onClick={() => void create()}>
        Create a passkey
      </Button>
    </>
  );
}
