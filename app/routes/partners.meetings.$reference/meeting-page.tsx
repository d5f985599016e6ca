import { Link } from "@remix-run/react";
import { LinkedWords } from "#app/components/linked-words.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { wholeFormId } from "#app/components/staff/form-errors.tsx";
import { MarkingLine } from "#app/components/tasking/marking.tsx";
import { Recorded } from "#app/components/tasking/recorded.tsx";
import { meetingTimeInWords } from "#app/domain/meeting/announcement.ts";
import { taskingMeetingStateWords } from "#app/domain/tasking/meeting.ts";
import type { Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { AgencyActions } from "./agency-actions.tsx";
import { Agenda } from "./agenda.tsx";
import type { OwnMeetingPage } from "./own-meeting.server.ts";
import { OwnSeat } from "./own-seat.tsx";

interface MeetingPageProps {
  meeting: OwnMeetingPage;
  done: string | null;
  today: Day;
}

/** A meeting as a partner has it. While it sits, what is recorded comes first, once they have made the declaration. */
export function MeetingPage({ meeting, done, today }: MeetingPageProps) {
  const { reference, state, seat } = meeting;
  const isOver = state === "finished" || state === "cancelled";
  const ownSeat = seat === null || state === "cancelled" ? null : <OwnSeat seat={seat} isOver={isOver} />;
  // What waits for the reader's own word: whether they come, and the declaration that they are asked for at the door.
  const isSeatFirst = state === "called" || (state === "open" && seat?.declaredAt === null);
  const recorded =
    state === "called" || state === "cancelled" ? null : (
      <Recorded key={reference} meeting={meeting} ways={paths.partners} />
    );
  return (
    <>
      <MarkingLine marking={meeting.marking} />
      <DoneMessage words={done} />
      <h1 className="govuk-heading-l">
        {meeting.name}, meeting {meeting.number}
      </h1>
      <div id={wholeFormId} tabIndex={-1}>
        <SummaryList rows={factsOf(meeting, today)} />
      </div>
      <ul className="govuk-list">
        {meeting.mayRecord ? (
          <li>
            <Link className="govuk-link" to={paths.tasking.meeting(reference)}>
              Chair and record this meeting
            </Link>
          </li>
        ) : null}
        {isOver ? null : (
          <li>
            <Link className="govuk-link" to={paths.partners.calendarFile(reference)} reloadDocument>
              Put it in your calendar
            </Link>
          </li>
        )}
        {state === "finished" ? (
          <li>
            <Link className="govuk-link" to={paths.partners.minutes(reference)}>
              Read the minutes
            </Link>
          </li>
        ) : null}
      </ul>
      {isSeatFirst ? ownSeat : null}
      {state === "open" ? recorded : null}
      <AgencyActions actions={meeting.actions} />
      {isSeatFirst ? null : ownSeat}
      {state === "open" ? null : recorded}
      <Agenda items={meeting.items} />
    </>
  );
}

function factsOf(meeting: OwnMeetingPage, today: Day) {
  const { state, place, howToJoin, cancelledReason } = meeting;
  return [
    { term: "When", value: meetingTimeInWords(meeting, today) },
    ...(place === null ? [] : [{ term: "Where", value: place }]),
    ...(howToJoin === null ? [] : [{ term: "How to join", value: <LinkedWords words={howToJoin} /> }]),
    // Until it sits, its day says it.
    ...(state === "called" ? [] : [{ term: "Where it stands", value: taskingMeetingStateWords[state] }]),
    ...(cancelledReason === null ? [] : [{ term: "Why it was cancelled", value: cancelledReason }]),
  ];
}
