import { Form } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { DeadMessage, type Dead } from "./dead-message.tsx";

/** The emails that wait for a person; `count` of them, of which the latest are shown. */
export function DeadMessages({
  messages,
  count,
  mayRetry,
}: {
  messages: readonly Dead[];
  count: number;
  mayRetry: boolean;
}) {
  return (
    <section aria-labelledby="dead">
      <h2 id="dead" className="govuk-heading-l">
        Could not be sent
      </h2>
      {count === 0 ? <p>No email is waiting for you.</p> : null}
      {count > messages.length ? (
        <p>
          The latest {messages.length} of {count} are shown.
        </p>
      ) : null}
      {count > 1 && mayRetry ? (
        <Form method="post">
          <Button look="secondary" name="intent" value="retry-all">
            Send all of them again
          </Button>
        </Form>
      ) : null}
      <ul className="sn-mail">
        {messages.map((message) => (
          <DeadMessage key={message.id} message={message} mayRetry={mayRetry} />
        ))}
      </ul>
    </section>
  );
}
