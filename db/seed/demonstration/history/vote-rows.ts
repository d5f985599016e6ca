import { createHash } from "node:crypto";
import type { AgeBand } from "#app/domain/account/account.ts";
import { certifyCount, type CertifiedCount } from "#app/domain/ballot/certified.ts";
import type { BallotMode } from "#app/domain/ballot/modes.ts";
import type { CountedBallot } from "#app/domain/ballot/tally.ts";
import { mostVoters } from "./figures.ts";
import type { PlannedCycle } from "./cycle-plan.ts";
import type { ToldCandidate } from "./candidate-rows.ts";
import type { HistoryRows } from "./rows.ts";
import { addDays } from "#app/domain/team/day.ts";
import { atHour, between, pick, type Telling } from "./telling.ts";

const modes: readonly BallotMode[] = [
  "online",
  "online",
  "online",
  "online",
  "online",
  "online",
  "paper",
  "paper",
  "phone",
  "assisted",
];
const ageBands: readonly AgeBand[] = ["13-15", "16-17", "18+", "18+", "18+", "18+", "18+", "18+", "18+"];
const figures = { lowParticipationBallots: 20, mostOpenPriorities: 3 };

/** The ballots of a vote: how many, by whom they were carried, and what they chose. */
export function tellBallots(
  { random, id }: Telling,
  cycle: PlannedCycle,
  candidates: readonly ToldCandidate[],
  share: number,
): CountedBallot[] {
  const isLow = random.next() < 0.09;
  const voters = Math.round((isLow ? between(random, 6, 18) : between(random, 22, mostVoters)) * share);
  return Array.from({ length: voters }, () => {
    const mode = pick(random, modes);
    const choices = candidates
      .filter(({ popularity }) => random.next() < popularity)
      .slice(0, 3)
      .map((candidate) => candidate.id);
    const only = pick(random, candidates).id;
    return {
      choices: choices.length === 0 ? [only] : choices,
      mode,
      batchId: mode === "online" ? null : id("batch", cycle.number),
      isQuarantined: random.next() < 0.005,
    };
  });
}

/** The certified count of a vote that is over. */
export function tallyRow(
  { id }: Telling,
  cycle: PlannedCycle,
  candidates: readonly ToldCandidate[],
  ballots: readonly CountedBallot[],
): { count: CertifiedCount; row: HistoryRows["tallies"][number] } {
  const batchId = id("batch", cycle.number);
  const count = certifyCount(ballots, candidates, [{ id: batchId, number: 1, isChecked: true }], figures);
  const { ballots: counted, quarantined, isIndicative, result, csv } = count;
  return {
    count,
    row: {
      cycleId: cycle.id,
      certifiedAt: atHour(addDays(cycle.timetable.voting.lastDay, 2), 12),
      counted,
      quarantined,
      isLowParticipation: isIndicative,
      result,
      published: csv,
      seal: createHash("sha256").update(csv).digest("hex"),
    },
  };
}

const receiptLetters = "2346789BCDFGHJKMPQRTVWXY";

/** The ballots of a vote that is going on, as they lie in the database. */
export function ballotRows(
  { id, random, today, at }: Telling,
  cycle: PlannedCycle,
  candidates: readonly ToldCandidate[],
  ballots: readonly CountedBallot[],
): Pick<HistoryRows, "ballots" | "ballotBatches"> {
  const numberOf = new Map(candidates.map((candidate) => [candidate.id, candidate.number]));
  const { firstDay, lastDay } = cycle.timetable.voting;
  const until = today < lastDay ? today : lastDay;
  const batchId = id("batch", cycle.number);
  const days = Math.max(0, Math.round((Date.parse(until) - Date.parse(firstDay)) / 86_400_000) - 1);
  return {
    ballotBatches: [
      {
        id: batchId,
        cycleId: cycle.id,
        number: 1,
        mode: "paper",
        state: "checked",
        keyedBy: id("keyer", 1),
        keyedAt: atHour(firstDay, 15),
        checkedBy: id("keyer", 2),
        checkedAt: atHour(firstDay, 16),
        createdAt: atHour(firstDay, 14),
      },
    ],
    ballots: ballots.map(({ choices, mode, batchId: batch, isQuarantined }, number) => {
      const castAt = atHour(
        addDays(firstDay, between(random, 0, days)),
        between(random, 7, 21),
        random.index(60),
      );
      return {
        id: id("ballot", `${cycle.number}:${number}`),
        cycleId: cycle.id,
        voterKey: createHash("sha256").update(`${cycle.id}:${number}`).digest("hex"),
        choices: choices.flatMap((choice) => numberOf.get(choice) ?? []).sort((a, b) => a - b),
        mode,
        batchId: batch,
        ageBand: pick(random, ageBands),
        connection: random.next() < 0.85 ? ("live" as const) : ("work" as const),
        part: pick(random, at.places),
        receipt: receiptOf(id("receipt", `${cycle.number}:${number}`)),
        castAt,
        changedAt: castAt,
        ...(isQuarantined ? { quarantinedAt: castAt, quarantineReason: "burst" } : {}),
      };
    }),
  };
}

/** "7K3F-Q2MX" out of an id. */
function receiptOf(id: string): string {
  const digest = createHash("sha256").update(id).digest();
  const letters = [...digest.subarray(0, 8)].map(
    (byte) => receiptLetters[byte % receiptLetters.length] ?? "2",
  );
  return `${letters.slice(0, 4).join("")}-${letters.slice(4).join("")}`;
}
