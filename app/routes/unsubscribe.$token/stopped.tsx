import { Form } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { everyStoppable } from "#app/domain/mail/mail.ts";

/** `about` is null when all that can be stopped was. */
export function Stopped({ about }: { about: string | null }) {
  return (
    <>
      <h1 className="govuk-heading-xl">You have stopped these emails</h1>
      {about === null ? (
        <p>
          You will get no more emails but those you need: codes to sign in, invitations and notices about your
          account.
        </p>
      ) : (
        <>
          <p>You will get no more emails about {about}.</p>
          <p>You may still get emails about other things.</p>
          <Form method="post">
            <Button look="secondary" name="what" value={everyStoppable}>
              Stop those too
            </Button>
          </Form>
        </>
      )}
    </>
  );
}
