import { Link } from "@remix-run/react";
import { Tag } from "#app/components/govuk/tag.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { closingDay } from "#app/domain/panel/count-item.ts";
import type { ResolutionKind, ResolutionState } from "#app/domain/panel/resolution-kinds.ts";
import { aboutMeeting, resolutionStateWords } from "#app/domain/panel/resolution-words.ts";
import { paths } from "#app/paths.ts";

interface Meeting {
  id: string;
  kind: ResolutionKind;
  state: ResolutionState;
  round: number;
  heldOn: string;
  closesAt: Date;
  isInterim: boolean;
  cycleNumber: number | null;
  place: string;
}

export const meetingColumns = ["Neighbourhood", "About", "Held on", "Vote closes", "Standing"];

/** A meeting as a row of a list: what is open and over its time is late. */
export function meetingRow({ id, place, ...meeting }: Meeting, now: Date) {
  const { round, heldOn, closesAt, state, isInterim } = meeting;
  const isLate = state === "open" && closesAt < now;
  return {
    key: id,
    cells: [
      <Link key="place" className="govuk-link" to={paths.staff.panel(id)}>
        {place}
      </Link>,
      `${aboutMeeting(meeting)}${round > 1 ? `, meeting ${round}` : ""}${isInterim ? ", interim panel" : ""}`,
      dayInWords(heldOn),
      dayInWords(closingDay(closesAt)),
      <Tag key="state" tone={isLate ? "late" : state === "open" ? "now" : "plain"}>
        {isLate ? "To be recorded" : resolutionStateWords[state]}
      </Tag>,
    ],
  };
}
