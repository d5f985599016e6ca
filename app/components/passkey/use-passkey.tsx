import { useSubmit } from "@remix-run/react";
import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import { useState } from "react";
import { Button } from "#app/components/govuk/button.tsx";
import { paths } from "#app/paths.ts";
import { PasskeyProblem } from "./passkey-problem.tsx";

type Asked = { options: PublicKeyCredentialRequestOptionsJSON } | { problem: string };

async function askOptions(): Promise<Asked> {
  const response = await fetch(paths.partners.passkeyOptions(), { method: "POST" });
  const answer: unknown = await response.json();
  return isAsked(answer) ? answer : { problem: "We could not begin. Try again." };
}

const isAsked = (answer: unknown): answer is Asked =>
  typeof answer === "object" && answer !== null && ("options" in answer || "problem" in answer);

/** Asks the device for a passkey of this site and posts its answer to `action` in the field "passkey". */
export function UsePasskey({ action, next }: { action: string; next: string }) {
  const submit = useSubmit();
  const [problem, setProblem] = useState<string | null>(null);
  const use = async () => {
    setProblem(null);
    try {
      const asked = await askOptions();
      if ("problem" in asked) {
        setProblem(asked.problem);
        return;
      }
      const { startAuthentication } = await import("@simplewebauthn/browser");
      const answer = await startAuthentication({ optionsJSON: asked.options });
      submit({ intent: "passkey", next, passkey: JSON.stringify(answer) }, { method: "post", action });
    } catch {
      // Cancelled, timed out, or no passkey there: the browser has said which.
      setProblem("No passkey was used. Try again, or sign in with your password below.");
    }
  };
  return (
    <>
      <PasskeyProblem words={problem} />
      <Button type="button" onClick={() => void use()}>
        Sign in with a passkey
      </Button>
    </>
  );
}
