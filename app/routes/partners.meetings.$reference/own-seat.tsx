import { Form } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { momentInWords } from "#app/components/moment-in-words.ts";
import { declarationWords } from "#app/domain/tasking/declaration.ts";
import { attendanceStateWords } from "#app/domain/tasking/meeting.ts";
import type { OwnMeetingPage } from "./own-meeting.server.ts";

type Seat = NonNullable<OwnMeetingPage["seat"]>;

/** Whether the reader comes, and their confidentiality declaration. */
export function OwnSeat({ seat, isOver }: { seat: Seat; isOver: boolean }) {
  return (
    <>
      <h2 className="govuk-heading-m">{seat.mayAnswer ? "Are you coming?" : "Did you come?"}</h2>
      <p>
        {attendanceStateWords[seat.state]}.
        {seat.mayAnswer ? " You can change your answer until the meeting records who is there." : ""}
      </p>
      {seat.mayAnswer ? (
        <Form method="post" className="sn-staff__actions">
          {seat.state === "coming" ? null : (
            <Button name="intent" value="coming">
              I am coming
            </Button>
          )}
          {seat.state === "apologies" ? null : (
            <Button look="secondary" name="intent" value="apologies">
              Send apologies
            </Button>
          )}
        </Form>
      ) : null}
      <h2 className="govuk-heading-m">Confidentiality declaration</h2>
      <Declaration declaredAt={seat.declaredAt} isOver={isOver} />
    </>
  );
}

function Declaration({ declaredAt, isOver }: { declaredAt: Seat["declaredAt"]; isOver: boolean }) {
  if (declaredAt !== null) return <p>You made it on {momentInWords(declaredAt)}.</p>;
  if (isOver) return <p>You did not make it for this meeting.</p>;
  return (
    <>
      <p>{declarationWords}</p>
      <Form method="post">
        <Button look="secondary" name="intent" value="declare">
          Make this declaration
        </Button>
      </Form>
    </>
  );
}
