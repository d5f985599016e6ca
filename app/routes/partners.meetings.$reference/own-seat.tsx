import { Form } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { momentInWords } from "#app/domain/account/day-words.ts";
import { declarationWords } from "#app/domain/tasking/declaration.ts";
import { attendanceStateWords } from "#app/domain/tasking/meeting.ts";
import type { OwnMeetingPage } from "./own-meeting.server.ts";

type Seat = NonNullable<OwnMeetingPage["seat"]>;

/** Whether the reader comes, and their confidentiality declaration. */
export function OwnSeat({ seat, isOver }: { seat: Seat; isOver: boolean }) {
  return (
    <>
      <h2 className="govuk-heading-m">Are you coming?</h2>
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
      {seat.declaredAt === null ? (
        <>
          <p>{declarationWords}</p>
          {isOver ? null : (
            <Form method="post">
              <Button look="secondary" name="intent" value="declare">
                Make this declaration
              </Button>
            </Form>
          )}
        </>
      ) : (
        <p>You made it on {momentInWords(seat.declaredAt)}.</p>
      )}
    </>
  );
}
