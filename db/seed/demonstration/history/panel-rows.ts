import { londonDayEnd } from "#app/domain/account/day-words.ts";
import type { CertifiedCount } from "#app/domain/ballot/certified.ts";
import { quorumOf } from "#app/domain/panel/quorum.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import type { ToldCandidate } from "./candidate-rows.ts";
import type { PlannedCycle } from "./cycle-plan.ts";
import { departureReasons } from "./outcomes.ts";
import type { HistoryRows } from "./rows.ts";
import { atHour, between, pick, type Telling } from "./telling.ts";

/** What a panel of the history adopted. */
export interface ToldAdoption {
  candidate: ToldCandidate;
  itemId: string;
  heldOn: Day;
  isLowParticipation: boolean;
  /** How many ballots chose it. */
  votes: number;
}

const figures = { quorumLeast: 4, quorumPercent: 40 };

/** The decision of a panel over a counted vote, with a meeting before it that had no quorum now and then. */
export function tellPanel(
  { id, random, neighbourhoodId }: Telling,
  cycle: PlannedCycle,
  candidates: readonly ToldCandidate[],
  count: CertifiedCount,
  room: number,
): { adopted: ToldAdoption[]; rows: Pick<HistoryRows, "resolutions" | "resolutionItems"> } {
  const members = between(random, 8, 15);
  const quorum = quorumOf(members, figures);
  const isSecond = random.next() < 0.07;
  const heldOn = addDays(cycle.timetable.panel.firstDay, isSecond ? 5 : 2);
  const present = between(random, quorum, members - 1);
  const resolutionId = id("resolution", cycle.number);
  const shared = {
    neighbourhoodId,
    cycleId: cycle.id,
    kind: "adopt" as const,
    isInterim: cycle.isInterim,
    membersTotal: members,
    quorum,
  };
  const resolutions: HistoryRows["resolutions"] = [
    ...(isSecond
      ? [
          {
            ...shared,
            id: id("resolution-inquorate", cycle.number),
            format: "in-person" as const,
            state: "inquorate" as const,
            heldOn: cycle.timetable.panel.firstDay,
            present: quorum - 1,
            openedAt: atHour(cycle.timetable.panel.firstDay, 9),
            closesAt: atHour(addDays(cycle.timetable.panel.firstDay, 4), 22),
          },
        ]
      : []),
    {
      ...shared,
      id: resolutionId,
      format: random.next() < 0.5 ? "in-person" : "online",
      state: "decided",
      round: isSecond ? 2 : 1,
      heldOn,
      present,
      motion: "That the panel adopts the problems named as priorities of the neighbourhood.",
      lowParticipation: count.isIndicative ? "adopt-marked" : null,
      openedAt: atHour(heldOn, 9),
      closesAt: atHour(addDays(heldOn, 1), 22),
      decidedAt: atHour(heldOn, 20),
    },
  ];

  const wanted = Math.min(room, random.next() < 0.45 ? 1 : 2);
  const order = [...count.result.rows];
  const isDeparture = wanted === 1 && order.length > 1 && random.next() < 0.06;
  const chosen = new Set(isDeparture ? [order[1]?.id] : order.slice(0, wanted).map((row) => row.id));
  const departure = isDeparture ? pick(random, departureReasons) : null;
  const adopted: ToldAdoption[] = [];
  const items = order.flatMap((row): HistoryRows["resolutionItems"] => {
    const candidate = candidates.find((one) => one.id === row.id);
    if (candidate === undefined) return [];
    const itemId = id("resolution-item", `${cycle.number}:${row.number}`);
    const isCarried = chosen.has(row.id);
    if (isCarried)
      adopted.push({ candidate, itemId, heldOn, isLowParticipation: count.isIndicative, votes: row.votes });
    const votesFor = isCarried ? between(random, Math.ceil(present / 2) + 1, present) : 0;
    return [
      {
        id: itemId,
        resolutionId,
        candidateId: candidate.id,
        place: row.rank,
        isMoved: isCarried,
        ...(isCarried ? rationaleOf(candidate, row.votes, count.ballots) : {}),
        // As a panel records it: with what stood higher in the vote and was passed over.
        departureReason: isDeparture && row.id === order[0]?.id ? departure : null,
        votesFor: isCarried ? votesFor : null,
        votesAgainst: isCarried ? Math.min(1, present - votesFor) : null,
        abstentions: isCarried ? Math.max(0, present - votesFor - 1) : null,
        isCarried,
      },
    ];
  });
  return { adopted, rows: { resolutions, resolutionItems: items } };
}

const writtenVoteDays = 5;

/** The meeting of a panel that decides these days: its members vote in writing. */
export function tellOpenMeeting(
  { id, neighbourhoodId, panelMemberIds }: Telling,
  cycle: PlannedCycle,
  count: CertifiedCount,
): Pick<HistoryRows, "resolutions" | "resolutionMembers" | "resolutionItems"> {
  const resolutionId = id("resolution", cycle.number);
  const heldOn = cycle.timetable.panel.firstDay;
  const membersTotal = panelMemberIds.length;
  return {
    resolutions: [
      {
        id: resolutionId,
        neighbourhoodId,
        cycleId: cycle.id,
        kind: "adopt",
        format: "online",
        state: "open",
        heldOn,
        isInterim: cycle.isInterim,
        membersTotal,
        quorum: quorumOf(membersTotal, figures),
        openedAt: atHour(heldOn, 9),
        closesAt: londonDayEnd(addDays(heldOn, writtenVoteDays)),
      },
    ],
    resolutionMembers: panelMemberIds.map((accountId) => ({ resolutionId, accountId, capacity: "member" })),
    resolutionItems: count.result.rows.map((row) => ({
      id: id("resolution-item", `${cycle.number}:${row.number}`),
      resolutionId,
      candidateId: row.id,
      place: row.rank,
    })),
  };
}

const rationaleOf = ({ theme, place, raisers }: ToldCandidate, votes: number, ballots: number) => ({
  problem: theme.summary.replaceAll("{place}", place),
  voteWords: `Chosen on ${votes} of ${ballots} ballots; raised by ${raisers} people.`,
  evidence: theme.trend,
  whyOverOthers: "It stood high in the vote, and police and partners here can change it.",
  success: theme.success,
});
