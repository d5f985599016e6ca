import { londonInstant } from "#app/domain/calendar/london-time.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import type * as schema from "#db/schema/index.ts";
import { seedId } from "#db/seed/seed-id.ts";
import type { DutyTeam } from "./force.ts";
import { responseTeamId, responseTeams } from "./response-teams.ts";
import type { EntryRow } from "./telling.ts";

export type RequestRow = typeof schema.abstractionRequests.$inferInsert & { id: string };

const hourMs = 3_600_000;
const coverHours = 4;
const requestId = (name: string) => seedId("abstraction-request", name);
const accountId = (reference: string) => seedId("account", reference);

/** The request that is written last of all: with it the demonstration's duties are whole. */
export const lastRequestId = requestId("waits:cover");

/** Who asks in a command unit, and for which response team. */
const askers = {
  ALF: { team: "A-R2", sergeant: "response-sergeant-A", inspector: "inspector-A1" },
  DCC: { team: "D-R3", sergeant: "response-sergeant-D", inspector: "inspector-D1" },
} as const;
export type AskedTeam = keyof typeof askers;
export const askedTeams: readonly AskedTeam[] = ["ALF", "DCC"];

/** The constables' posts of a team that somebody holds. */
export const constablesOf = (teams: readonly DutyTeam[], code: AskedTeam) =>
  (teams.find((team) => team.code === code)?.posts ?? []).filter(
    ({ kind, held }) => kind === "pc" && held.some(({ to }) => to === null),
  );

const coverOf = (code: AskedTeam) => {
  const { team, sergeant } = askers[code];
  const covered = responseTeams.find((one) => one.code === team);
  const minimum = covered?.minimum ?? 2;
  return {
    code: "R1" as const,
    requesterUnit: covered?.name ?? "",
    requesterRole: "response-sergeant" as const,
    responseTeamId: responseTeamId(team),
    minimum,
    actual: minimum - 2,
    askedBy: accountId(sergeant),
    isEmergency: false,
  };
};

/** Requests that wait, and those that were refused or taken back lately. */
export function undecidedAndRefused(teams: readonly DutyTeam[], now: Date): RequestRow[] {
  const today = londonDay(now);
  const ago = (hours: number) => new Date(now.getTime() - hours * hourMs);
  const at = (days: number, minute: number) => londonInstant(addDays(today, days), minute);
  const [first, second] = constablesOf(teams, "ALF");
  const [third, fourth] = constablesOf(teams, "DCC");
  if (first === undefined || second === undefined || third === undefined || fourth === undefined) return [];
  return [
    {
      ...coverOf("ALF"),
      id: requestId("refused"),
      postId: second.id,
      startsAt: at(-4, 1080),
      endsAt: at(-4, 1500),
      reason: "Short for the Saturday night",
      state: "refused",
      authority: "inspector",
      askedAt: ago(168),
      decidedBy: accountId(askers.ALF.inspector),
      decidedRole: "inspector",
      decidedAt: ago(144),
      answer: "The street surgery of that evening was promised to residents: ask another section",
      version: 2,
    },
    {
      ...coverOf("DCC"),
      id: requestId("withdrawn"),
      postId: fourth.id,
      startsAt: at(-2, 900),
      endsAt: at(-2, 1080),
      reason: "The turn is one below its minimum",
      state: "withdrawn",
      authority: "duty-inspector",
      askedAt: ago(76),
      decidedAt: ago(73),
      version: 2,
    },
    {
      ...coverOf("DCC"),
      id: requestId("waits:long"),
      postId: third.id,
      startsAt: at(2, 1080),
      endsAt: at(2, 1560),
      reason: "Three of the night turn are sick",
      authority: "inspector",
      askedAt: ago(5),
    },
    {
      ...coverOf("ALF"),
      id: lastRequestId,
      postId: first.id,
      startsAt: at(1, 1080),
      endsAt: at(1, 1320),
      reason: "Two of the late turn are at court",
      authority: "duty-inspector",
      askedAt: ago(2),
    },
  ];
}

/** A duty in which nothing is logged yet. */
export interface FreeDuty {
  postId: string;
  from: Date;
}

/** A request that was authorised, and the entry that came of it. The second was an emergency: authorised afterwards. */
export function authorised(
  code: AskedTeam,
  { postId, from }: FreeDuty,
  isEmergency: boolean,
): { request: RequestRow; entry: EntryRow } {
  const {
    code: cover,
    requesterUnit,
    requesterRole,
    responseTeamId: covered,
    minimum,
    actual,
    askedBy,
  } = coverOf(code);
  const id = requestId(`authorised:${code}`);
  const to = new Date(from.getTime() + coverHours * hourMs);
  const askedAt = new Date(from.getTime() + (isEmergency ? 1 : -3) * hourMs);
  const decidedAt = new Date(from.getTime() + (isEmergency ? 6 : -1) * hourMs);
  const inspector = accountId("duty-inspector-1");
  const reason = "The turn is two below its minimum after sickness";
  return {
    request: {
      ...coverOf(code),
      id,
      postId,
      startsAt: from,
      endsAt: to,
      reason,
      isEmergency,
      state: "authorised",
      authority: "duty-inspector",
      askedAt,
      decidedBy: inspector,
      decidedRole: "duty-inspector",
      decidedAt,
      answer: "Agreed for four hours, not longer",
      version: 2,
    },
    entry: {
      id: seedId("abstraction-entry", id),
      version: 1,
      postId,
      startsAt: from,
      endsAt: to,
      code: cover,
      source: "request",
      requesterUnit,
      requesterRole,
      authoriserRole: "duty-inspector",
      authorisedBy: inspector,
      requestId: id,
      reason,
      responseTeamId: covered,
      minimum,
      actual,
      enteredBy: isEmergency ? askedBy : inspector,
      enteredAt: decidedAt,
    },
  };
}
