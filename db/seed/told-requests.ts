import { sql } from "drizzle-orm";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { londonInstant } from "#app/domain/calendar/london-time.ts";
import { keepFigures } from "#db/queries/abstraction-figures.ts";
import { rowsOf } from "#db/queries/rows.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import type { DutyTeam } from "./demonstration/duties/force.ts";
import { responseTeams } from "./demonstration/duties/response-teams.ts";
import { responseTeamId } from "./duty-months.ts";
import { insertAll } from "./insert-all.ts";
import { seedId } from "./seed-id.ts";

const hourMs = 3_600_000;
type RequestRow = typeof schema.abstractionRequests.$inferInsert;

const accountId = (reference: string) => seedId("account", reference);
/** The request that is written last of all: with it the demonstration's duties are whole. */
export const lastRequestId = seedId("abstraction-request", "open:cover");

/** Requests for an officer in each state: two wait, the others were decided in the last fortnight. */
export async function writeRequests(tx: Db, teams: readonly DutyTeam[], now: Date): Promise<void> {
  const alfreton = postsOf(teams, "ALF");
  const city = postsOf(teams, "DCC");
  const today = londonDay(now);
  const ago = (hours: number) => new Date(now.getTime() - hours * hourMs);
  const at = (days: number, minute: number) => londonInstant(addDays(today, days), minute);
  const cover = (code: string) => {
    const team = responseTeams.find((one) => one.code === code);
    return {
      code: "R1" as const,
      requesterUnit: team?.name ?? "",
      responseTeamId: responseTeamId(code),
      minimum: team?.minimum ?? 1,
      actual: (team?.minimum ?? 1) - 2,
      requesterRole: "response-sergeant" as const,
    };
  };
  const asked = (name: string, rest: Omit<RequestRow, "id" | "isEmergency">): RequestRow => ({
    id: seedId("abstraction-request", name),
    isEmergency: false,
    ...rest,
  });
  const free = await freeDuties(tx, [...alfreton, ...city].map(({ id }) => id), now);
  const used = free.map(({ postId, from }, number) => ({
    postId,
    from,
    to: new Date(from.getTime() + 4 * hourMs),
    team: number === 0 ? "A-R2" : "D-R3",
    sergeant: number === 0 ? "response-sergeant-A" : "response-sergeant-D",
  }));
  const authorised = used.map(({ postId, from, to, team, sergeant }, number) =>
    asked(`authorised:${number}`, {
      ...cover(team),
      postId,
      startsAt: from,
      endsAt: to,
      reason: "The turn is two below its minimum after sickness",
      state: "authorised",
      authority: "duty-inspector",
      isEmergency: number === 1,
      askedBy: accountId(sergeant),
      askedAt: new Date(from.getTime() - 2 * hourMs),
      decidedBy: accountId("duty-inspector-1"),
      decidedRole: "duty-inspector",
      decidedAt: new Date(from.getTime() - hourMs),
      answer: "Agreed for four hours, not longer",
      version: 2,
    } as RequestRow),
  );
  const others = othersAsked();
  function othersAsked(): RequestRow[] {
    const [first, second] = alfreton;
    const [third, fourth] = city;
    if (first === undefined || second === undefined || third === undefined || fourth === undefined) return [];
    return [
      asked("refused", {
        ...cover("A-R1"),
        postId: second.id,
        startsAt: at(-4, 1080),
        endsAt: at(-4, 1500),
        reason: "Short for the Saturday night",
        state: "refused",
        authority: "inspector",
        askedBy: accountId("response-sergeant-A"),
        askedAt: ago(7 * 24),
        decidedBy: accountId("inspector-A1"),
        decidedRole: "inspector",
        decidedAt: ago(6 * 24),
        answer: "The street surgery of that evening was promised to residents: ask another section",
        version: 2,
      }),
      asked("withdrawn", {
        ...cover("D-R3"),
        postId: fourth.id,
        startsAt: at(-2, 900),
        endsAt: at(-2, 1080),
        reason: "The turn is one below its minimum",
        state: "withdrawn",
        authority: "duty-inspector",
        askedBy: accountId("response-sergeant-D"),
        askedAt: ago(3 * 24),
        decidedAt: ago(3 * 24 - 2),
        version: 2,
      }),
      asked("open:long", {
        ...cover("D-R3"),
        postId: third.id,
        startsAt: at(2, 1080),
        endsAt: at(2, 1560),
        reason: "Three of the night turn are sick",
        authority: "inspector",
        askedBy: accountId("response-sergeant-D"),
        askedAt: ago(5),
      }),
      asked("open:cover", {
        ...cover("A-R2"),
        postId: first.id,
        startsAt: at(1, 1080),
        endsAt: at(1, 1320),
        reason: "Two of the late turn are at court",
        authority: "duty-inspector",
        askedBy: accountId("response-sergeant-A"),
        askedAt: ago(2),
      }),
    ];
  }
  await insertAll(tx, schema.abstractionRequests, [...authorised, ...others]);
  await keepFigures(tx, used, () =>
    insertAll(
      tx,
      schema.abstractionEntries,
      authorised.map(({ id, postId, startsAt, endsAt, requesterUnit, responseTeamId: team, minimum, actual, ...one }) => ({
        id: seedId("abstraction-entry", `request:${id ?? ""}`),
        version: 1,
        postId,
        startsAt,
        endsAt,
        code: "R1" as const,
        source: "request" as const,
        requesterUnit,
        requesterRole: "response-sergeant",
        authoriserRole: "duty-inspector",
        authorisedBy: one.decidedBy ?? null,
        requestId: id ?? null,
        reason: one.reason,
        responseTeamId: team ?? null,
        minimum: minimum ?? null,
        actual: actual ?? null,
        enteredBy: one.decidedBy ?? null,
        enteredAt: one.decidedAt ?? startsAt,
      })),
    ),
  );
}

const postsOf = (teams: readonly DutyTeam[], code: string) =>
  (teams.find((team) => team.code === code)?.posts ?? []).filter(
    ({ kind, held }) => kind === "pc" && held.some(({ to }) => to === null),
  );
