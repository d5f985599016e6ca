import { Form } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";

/** Asks before it stops, because programs open links too. `about` is null for all that can be stopped. */
export function StopEmails({ about }: { about: string | null }) {
  return (
    <>
      <h1 className="govuk-heading-xl">Stop emails</h1>
      <p>
        {about === null
          ? "You will get no more emails but those you need: codes to sign in, invitations and notices about your account."
          : `You will get no more emails about ${about}.`}
      </p>
      <Form method="post">
        <Button>Stop these emails</Button>
      </Form>
    </>
  );
}
