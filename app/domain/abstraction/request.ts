import { daysBetween, londonDay } from "#app/domain/team/day.ts";
import type { FieldError } from "#app/domain/account/change.ts";
import { responseCover, type CodeRule } from "./codes.ts";
import { isLate } from "./lateness.ts";

/** What is asked for, with times already read. */
export interface WantedOfficer {
  startsAt: Date;
  endsAt: Date;
  reason: string;
  requesterUnit: string;
  isEmergency: boolean;
  responseTeamId: string | null;
  minimum: number | null;
  actual: number | null;
}

const hourMs = 3_600_000;
const mostHours = 24;
const mostDaysAhead = 180;
const mostCharacters = 400;
const mostUnitCharacters = 80;

/** What is wrong with asking for an officer, by field; empty for nothing. `now` decides what is past. */
export function problemsOfRequest(
  wanted: WantedOfficer,
  rule: CodeRule | undefined,
  now: Date,
): FieldError[] {
  const problems: FieldError[] = [];
  const say = (field: string, message: string) => problems.push({ field, message });
  const { startsAt, endsAt, isEmergency, minimum, actual } = wanted;
  if (rule === undefined || rule.kind !== "abstraction") say("code", "Select what the officer is for");
  if (endsAt.getTime() - startsAt.getTime() > mostHours * hourMs)
    say("endsAt", `Ask for ${mostHours} hours or less at a time. For an attachment, ask day by day`);
  if (!isEmergency && startsAt < now)
    say("startsAt", "This time has begun. If the officer has gone already, tick that they have");
  if (isEmergency && startsAt > now)
    say("startsAt", "This time has not begun. If the officer has not gone yet, take the tick off");
  if (isEmergency && isLate(startsAt, now))
    say("startsAt", "This is too far back to ask for. The team’s sergeant logs what was done");
  if (daysBetween(londonDay(now), londonDay(startsAt)) > mostDaysAhead)
    say("startsAt", `Ask at most ${mostDaysAhead} days ahead`);
  if (wanted.requesterUnit === "") say("unit", "Enter which unit asks, like Response B, early turn");
  else if (wanted.requesterUnit.length > mostUnitCharacters)
    say("unit", `Shorten the unit to ${mostUnitCharacters} characters or fewer`);
  if (wanted.reason === "") say("reason", "Enter why, without names");
  else if (wanted.reason.length > mostCharacters)
    say("reason", `Shorten the reason to ${mostCharacters} characters or fewer`);
  if (rule?.code === responseCover) problems.push(...problemsOfCover(wanted.responseTeamId, minimum, actual));
  return problems;
}

function problemsOfCover(team: string | null, minimum: number | null, actual: number | null): FieldError[] {
  const problems: FieldError[] = [];
  if (team === null) problems.push({ field: "team", message: "Select which response team is short" });
  if (minimum === null) problems.push({ field: "minimum", message: "Enter the team’s minimum, like 8" });
  if (actual === null) problems.push({ field: "actual", message: "Enter how many the team has, like 6" });
  if (minimum !== null && actual !== null && actual >= minimum)
    problems.push({
      field: "actual",
      message: `A team with ${actual} of ${minimum} is not short: enter fewer, or select another code`,
    });
  return problems;
}
