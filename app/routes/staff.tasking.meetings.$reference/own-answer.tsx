import { Button } from "#app/components/govuk/button.tsx";
import { declarationWords } from "#app/domain/tasking/declaration.ts";
import type { AttendanceState } from "#app/domain/tasking/meeting.ts";
import { paths } from "#app/paths.ts";
import type { MeetingPage } from "./read-page.server.ts";

interface OwnAnswerProps {
  reference: string;
  own: NonNullable<MeetingPage["own"]>;
}

const stateWords: Readonly<Record<AttendanceState, string>> = {
  invited: "You have not said yet.",
  coming: "You are coming.",
  apologies: "You have sent apologies.",
  present: "You are recorded as present.",
  absent: "It is recorded that you did not come.",
};

/** Whether the reader comes, and their declaration. */
export function OwnAnswer({ reference, own: { state, isDeclared } }: OwnAnswerProps) {
  const isFound = state === "present" || state === "absent";
  return (
    <form method="post" action={paths.tasking.meeting(reference)} noValidate>
      <h2 className="govuk-heading-m">{isFound ? "You" : "Are you coming?"}</h2>
      <p>{stateWords[state]}</p>
      {isFound ? null : (
        <div className="govuk-button-group">
          {state === "coming" ? null : (
            <Button name="intent" value="coming" look="secondary">
              I am coming
            </Button>
          )}
          {state === "apologies" ? null : (
            <Button name="intent" value="apologies" look="secondary">
              Send apologies
            </Button>
          )}
        </div>
      )}
      <h3 className="govuk-heading-s">Confidentiality declaration</h3>
      {isDeclared ? (
        <p>You have made the confidentiality declaration of this meeting.</p>
      ) : (
        <>
          <p>{declarationWords}</p>
          <Button name="intent" value="declare" look="secondary">
            Make this declaration
          </Button>
        </>
      )}
    </form>
  );
}
