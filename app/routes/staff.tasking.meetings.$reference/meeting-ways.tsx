import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { OpenForm } from "#app/components/tasking/open-form.tsx";
import type { MeetingPage } from "./read-page.server.ts";

type MeetingWaysProps = Pick<MeetingPage, "meeting" | "group" | "may" | "opening">;

/** What there is to do with a meeting, what comes next first. */
export function MeetingWays({
  meeting: { reference, state, isCirculated },
  group,
  may,
  opening,
}: MeetingWaysProps) {
  const isLive = state === "called" || state === "open";
  const isSent = state === "finished" && isCirculated;
  return (
    <>
      {may.record && state === "open" ? (
        <Link className="govuk-button" to={paths.tasking.record(reference)}>
          Record the meeting
        </Link>
      ) : null}
      {may.record && opening !== null ? <OpenForm reference={reference} opening={opening} /> : null}
      <ul className="govuk-list">
        {may.record && isLive ? (
          <Way to={paths.tasking.door(reference)} words="The door: who came, declarations and agreements" />
        ) : null}
        {state === "finished" || state === "open" ? (
          <Way
            to={paths.tasking.minutes(reference)}
            words={state === "open" ? "Minutes so far" : "Minutes"}
          />
        ) : null}
        {may.record && state === "finished" && !isSent ? (
          <Way to={paths.tasking.record(reference)} words="Send the minutes round" />
        ) : null}
        {may.chair && state === "called" ? (
          <Way to={paths.tasking.changeMeeting(reference)} words="Change or cancel the meeting" />
        ) : null}
        {isLive ? (
          <li>
            <a className="govuk-link" href={paths.tasking.calendarFile(reference)}>
              Put it in your calendar
            </a>
          </li>
        ) : null}
        {may.group ? (
          <Way to={paths.tasking.group(group.code)} words={`All meetings of ${group.name}`} />
        ) : null}
      </ul>
    </>
  );
}

const Way = ({ to, words }: { to: string; words: string }) => (
  <li>
    <Link className="govuk-link" to={to}>
      {words}
    </Link>
  </li>
);
