import type { AppLoadContext } from "@remix-run/node";
import { dayInWords } from "#app/domain/account/day-words.ts";
import type { Actor } from "#app/domain/actor.ts";
import { can } from "#app/domain/actor.ts";
import { shownResult } from "#app/domain/ballot/shown-result.ts";
import { isVoteOpen } from "#app/domain/ballot/open.ts";
import { votingConnections } from "#app/domain/ballot/eligibility.ts";
import type { DaySpan } from "#app/domain/calendar/day-span.ts";
import { timetableOfDates } from "#app/domain/cycle/dates.ts";
import { pausesOf } from "#app/domain/cycle/pre-election.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import { chosenIn } from "#app/chosen-cookie.server.ts";
import { readOwnBallot } from "#app/services/ballot/read-own-ballot.server.ts";
import { partsOfNeighbourhood } from "#app/services/ballot/parts.server.ts";
import { readPeriods } from "#db/queries/pre-election.ts";
import { findResident } from "#db/queries/resident.ts";
import type { Cycle } from "#db/queries/ballot.ts";
import { findTally } from "#db/queries/tally.ts";
import { findCurrentCycle, findPlannedCycle, listDecidedCandidates } from "#db/queries/vote.ts";
import { toCard } from "./to-card.ts";
import { readSettings } from "#db/queries/setting.ts";

/** What the page says of a vote: the same to everybody. */
export async function loadVote({ read, now }: AppLoadContext, neighbourhoodId: string) {
  return read(async (tx) => {
    const cycle = await findCurrentCycle(tx, neighbourhoodId);
    const planned = await findPlannedCycle(tx, neighbourhoodId);
    const decided = cycle === null ? [] : await listDecidedCandidates(tx, cycle.id);
    const tally = cycle === null ? null : await findTally(tx, cycle.id);
    const isOpen = cycle !== null && isVoteOpen(cycle, londonDay(now));
    const { mostChoices, smallestShownCount, keyDestroyedDays } = await readSettings(tx);
    const cards = decided.filter(({ isShortlisted }) => isShortlisted === true).map(toCard);
    const titles = new Map(cards.map((card) => [card.number, card.title]));
    return {
      cycle,
      isOpen,
      mostChoices,
      receiptDays: keyDestroyedDays,
      nextOpensOn: nextOpening([cycle, planned], pausesOf(await readPeriods(tx)), londonDay(now)),
      cards,
      leftOff: decided.flatMap(({ isShortlisted, title, leftOffReason }) =>
        isShortlisted === false ? [{ title, reason: leftOffReason ?? "" }] : [],
      ),
      result: tally === null ? null : shownResult(tally, titles, smallestShownCount),
      countedOn: tally === null ? null : dayInWords(londonDay(tally.certifiedAt)),
    };
  });
}

/** The day on which the next vote opens, as far as it is known: before an election it waits. */
function nextOpening(cycles: readonly (Cycle | null)[], pauses: readonly DaySpan[], today: Day): Day | null {
  const days = cycles.flatMap((one) => (one === null ? [] : [timetableOfDates(one, pauses).voting.firstDay]));
  return days.find((day) => day > today) ?? null;
}

/** What the ballot form needs to know of its reader. */
export async function loadVoter(
  request: Request,
  context: AppLoadContext,
  actor: Actor,
  { cycle, isOpen }: { cycle: Cycle | null; isOpen: boolean },
) {
  if (cycle === null || !isOpen) return null;
  const chosen = await chosenIn(request, context, cycle.id);
  const nobody = { own: null, chosen, asksAge: false, asksConnection: false, parts: [] };
  if (actor.accountId === null) return { ...nobody, kind: "unknown" as const };
  if (!can(actor, "ballot:cast")) return { ...nobody, kind: "never" as const };
  const { accountId } = actor;
  const said = await context.read((tx) => findResident(tx, accountId));
  const own = await readOwnBallot(context, actor, cycle.id);
  const isHere = said.connections.some(
    ({ neighbourhoodId, kind }) =>
      neighbourhoodId === cycle.neighbourhoodId && votingConnections.some((one) => one === kind),
  );
  return {
    kind: "voter" as const,
    own,
    chosen,
    asksAge: said.ageBand === null,
    asksConnection: !isHere,
    parts: await partsOfNeighbourhood(context.read, context.finder, cycle.neighbourhoodId),
  };
}

export type VoterOnPage = NonNullable<Awaited<ReturnType<typeof loadVoter>>>;
