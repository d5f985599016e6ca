import { Link } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { EntryList } from "#app/components/tasking/entry-list.tsx";
import { taskingMeetingStateWords } from "#app/domain/tasking/meeting.ts";
import { paths } from "#app/paths.ts";
import type { RecordView } from "./recording-desk.tsx";

/** What there is to do with a meeting that is not open: open it at the door, or send its minutes round. */
export function FinishedPart({ view }: { view: RecordView }) {
  const { reference, state } = view;
  return (
    <>
      <p>{taskingMeetingStateWords[state]}.</p>
      {state === "called" ? (
        <p>
          It is recorded once it is open.{" "}
          <Link className="govuk-link" to={paths.tasking.meeting(reference)}>
            Say who is here and open it
          </Link>
        </p>
      ) : null}
      {state === "finished" ? (
        <>
          <p>
            <Link className="govuk-link" to={paths.tasking.minutes(reference)}>
              Read and print the minutes
            </Link>
          </p>
          {view.isCirculated ? (
            <p>The minutes were sent round.</p>
          ) : (
            <form method="post" action={paths.tasking.record(reference)} noValidate>
              <p>
                Everybody who is entitled to the minutes gets a link to them, and nothing of what they say.
              </p>
              <Button name="intent" value="circulate">
                Send the minutes round
              </Button>
            </form>
          )}
          {view.callNext === null ? null : (
            <p>
              <Link className="govuk-link" to={view.callNext}>
                Call the next meeting
              </Link>
            </p>
          )}
        </>
      ) : null}
      {state === "called" ? null : (
        <p>
          <Link className="govuk-link" to={paths.tasking.meeting(reference)}>
            Back to the meeting
          </Link>
        </p>
      )}
      <h2 className="govuk-heading-m">Written down</h2>
      <EntryList entries={view.entries} items={view.items} />
    </>
  );
}
