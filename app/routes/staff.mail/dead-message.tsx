import { Form } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { momentInWords } from "#app/components/moment-in-words.ts";
import { purposeOf } from "#app/domain/mail/mail.ts";

export interface Dead {
  id: string;
  purpose: string;
  /** The mail server of its reader; the address itself is nobody's business here. */
  domain: string | null;
  attempts: number;
  unsureAttempts: number;
  lastError: string | null;
  createdAt: Date;
}

export function DeadMessage({ message, mayRetry }: { message: Dead; mayRetry: boolean }) {
  const { id, domain, attempts, unsureAttempts, lastError, createdAt } = message;
  const about = purposeOf(message.purpose)?.about ?? message.purpose;
  const which = (
    <span className="govuk-visually-hidden">
      {" "}
      the email about {about} of {momentInWords(createdAt)}
    </span>
  );
  return (
    <li className="sn-mail__message">
      <h3 className="govuk-heading-s">
        About {about}, to somebody at {domain ?? "an address no longer kept"}
      </h3>
      <p className="sn-quiet">
        Written {momentInWords(createdAt)}, tried {attempts} {attempts === 1 ? "time" : "times"}.
        {unsureAttempts > 0 ? " It may have arrived." : ""}
      </p>
      {lastError === null ? null : <p className="sn-break">The mail server said: {lastError}</p>}
      {mayRetry ? (
        <Form method="post" className="sn-mail__acts">
          <input type="hidden" name="id" value={id} />
          <Button look="secondary" name="intent" value="retry">
            Send again{which}
          </Button>
          <Button look="secondary" name="intent" value="drop">
            Give up{which}
          </Button>
        </Form>
      ) : null}
    </li>
  );
}
