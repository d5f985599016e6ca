import { londonDayEnd } from "#app/domain/account/day-words.ts";
import type { PanelChoice } from "#app/domain/panel/motion.ts";
import { quorumOf } from "#app/domain/panel/quorum.ts";
import { defaultSettings } from "#app/domain/settings/settings.ts";
import { addDays } from "#app/domain/team/day.ts";
import type { ToldRound } from "./life.ts";
import { panelReasons } from "./outcomes.ts";
import type { HistoryRows } from "./rows.ts";
import type { Story } from "./story.ts";
import { atHour, between, pick, type Telling } from "./telling.ts";

/** What the panel resolved on a priority that residents were asked about, and the meeting that is open about it now. */
export function addSignOffs(telling: Telling, story: Story, rows: HistoryRows): void {
  for (const round of story.life.rounds) {
    if (
      round.panel === null ||
      round.closedAt > telling.now ||
      story.played.state === "closed-without-signoff"
    )
      continue;
    if (atHour(round.panel.heldOn, 20) <= telling.now) addDecided(telling, story, rows, round, round.panel);
    else if (telling.panelMemberIds.length > 0 && round.closedAt < atHour(openedOn(telling), 9))
      addOpen(telling, story, rows, round);
  }
}

function addDecided(
  telling: Telling,
  { priority, random }: Story,
  rows: HistoryRows,
  round: ToldRound,
  { heldOn, isFor }: { heldOn: string; isFor: boolean },
): void {
  const { id, neighbourhoodId, panelMemberIds } = telling;
  const resolutionId = id("sign-off", `${priority.id}:${round.number}`);
  const itemId = id("sign-off-item", `${priority.id}:${round.number}`);
  const membersTotal = panelMemberIds.length > 0 ? panelMemberIds.length : between(random, 8, 15);
  const quorum = quorumOf(membersTotal, defaultSettings);
  const present = between(random, quorum, membersTotal);
  const most = between(random, Math.floor(present / 2) + 1, present);
  const abstentions = present > most && random.next() < 0.4 ? 1 : 0;
  const least = present - most - abstentions;
  const [votesFor, votesAgainst] = isFor ? [most, least] : [least, most];
  const at = atHour(heldOn, 20);
  rows.resolutions.push({
    id: resolutionId,
    neighbourhoodId,
    cycleId: null,
    kind: "sign-off",
    format: random.next() < 0.5 ? "in-person" : "online",
    state: "decided",
    round: 1,
    heldOn,
    membersTotal,
    quorum,
    present,
    motion: `That “${priority.title}” is signed off.`,
    openedAt: atHour(addDays(heldOn, -4), 9),
    closesAt: londonDayEnd(heldOn),
    decidedAt: at,
    recordedBy: telling.people.sergeantId,
  });
  rows.resolutionItems.push({
    id: itemId,
    resolutionId,
    priorityId: priority.id,
    place: 1,
    isMoved: true,
    reason: isFor
      ? round.isFewReplies
        ? panelReasons.few
        : pick(random, panelReasons.enough)
      : panelReasons.short,
    votesFor,
    votesAgainst,
    abstentions,
    isCarried: isFor,
  });
  const choices: PanelChoice[] = [
    ...Array.from({ length: votesFor }, (): PanelChoice => "for"),
    ...Array.from({ length: votesAgainst }, (): PanelChoice => "against"),
    ...Array.from({ length: abstentions }, (): PanelChoice => "abstain"),
  ];
  panelMemberIds.forEach((accountId, seat) => {
    const choice = choices[seat];
    const isPresent = choice !== undefined;
    rows.resolutionMembers.push({
      resolutionId,
      accountId,
      capacity: seat === 0 ? "chair" : "member",
      isPresent,
    });
    if (isPresent) rows.panelVotes.push({ itemId, accountId, choice, at });
  });
}

const writtenVoteDays = 6;
const openedOn = ({ today }: Telling) => addDays(today, -1);

/** A meeting that has begun, at which members vote in writing: three have, and a visitor may be the next. */
function addOpen(telling: Telling, { priority }: Story, rows: HistoryRows, round: ToldRound): void {
  const { id, neighbourhoodId, panelMemberIds } = telling;
  const resolutionId = id("sign-off", `${priority.id}:${round.number}`);
  const itemId = id("sign-off-item", `${priority.id}:${round.number}`);
  const heldOn = openedOn(telling);
  rows.resolutions.push({
    id: resolutionId,
    neighbourhoodId,
    cycleId: null,
    kind: "sign-off",
    format: "online",
    state: "open",
    round: 1,
    heldOn,
    membersTotal: panelMemberIds.length,
    quorum: quorumOf(panelMemberIds.length, defaultSettings),
    openedBy: telling.people.sergeantId,
    openedAt: atHour(heldOn, 9),
    closesAt: londonDayEnd(addDays(heldOn, writtenVoteDays)),
  });
  rows.resolutionItems.push({ id: itemId, resolutionId, priorityId: priority.id, place: 1 });
  rows.resolutionMembers.push(
    ...panelMemberIds.map((accountId) => ({ resolutionId, accountId, capacity: "member" as const })),
  );
  const voted: readonly PanelChoice[] = ["for", "for", "against"];
  rows.panelVotes.push(
    ...voted.flatMap((choice, at) => {
      const accountId = panelMemberIds.at(-1 - at);
      return accountId === undefined ? [] : [{ itemId, accountId, choice, at: atHour(heldOn, 18, at * 7) }];
    }),
  );
}
