import { platform, type Actor } from "#app/domain/actor.ts";
import { rank } from "#app/domain/ballot/rank.ts";
import type { RecordedVote } from "#app/domain/panel/count-item.ts";
import { addDays } from "#app/domain/team/day.ts";
import { castPanelVotes } from "#app/services/panel/cast-panel-votes.server.ts";
import { convenePanel } from "#app/services/panel/convene-panel.server.ts";
import { recordAttendance } from "#app/services/panel/record-attendance.server.ts";
import { recordResolution, type WantedResolution } from "#app/services/panel/record-resolution.server.ts";
import { findResolution, itemsOf, membersOf } from "#db/queries/panel.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { now, openPeopleTest, today } from "./people-force.ts";

/** The example of the rules: 64 ballots on five problems, in the order of the vote. */
const problems = [
  ["speeding", 38, 12],
  ["bikes", 33, 9],
  ["park", 33, 6],
  ["parking", 21, 5],
  ["graffiti", 12, 2],
] as const;

/** A small force with a sergeant, an inspector, commanders and a panel in n1, whose vote has closed. */
export async function openPanelTest(members: number, keyIndividuals = 0) {
  const force = await openPeopleTest();
  const { db, id } = force;
  const staff = [
    ["Sergeant", "sergeant"],
    ["Inspector", "inspector"],
    ["Commander", "commander"],
  ] as const;
  for (const [name, role] of staff) {
    await force.account(name);
    await force.appoint(name, role);
  }
  const here = { kind: "neighbourhood", areaId: id("n1") } as const;
  const memberNames = Array.from({ length: members }, (_, n) => `Member ${n + 1}`);
  const keyNames = Array.from({ length: keyIndividuals }, (_, n) => `Key ${n + 1}`);
  for (const name of [...memberNames, ...keyNames]) {
    await force.account(name, { kind: "member" });
    await force.appoint(name, name.startsWith("Key") ? "kin-member" : "panel-member", here);
  }
  const addCycle = (number: number, ballots = 64) => fillCycle({ db, id }, number, ballots);
  await addCycle(1);
  const sergeant = await force.actor("Sergeant");
  const deps = { db, now };
  const plan = { format: "in-person", heldOn: today, writtenVoteDays: 0 } as const;
  const asMember = (name: string): Promise<Actor> => force.actor(name, "member");

  return {
    ...force,
    sergeant,
    memberNames,
    keyNames,
    asMember,
    addCycle,
    convene: async (number = 1, change: { writtenVoteDays?: number } = {}) => {
      const opened = await convenePanel(deps, sergeant, {
        ...plan,
        ...change,
        cycleId: id(`cycle ${number}`),
      });
      if (opened?.ok !== true) throw new Error(JSON.stringify(opened));
      return opened.id;
    },
    convenes: (number = 1) => convenePanel(deps, sergeant, { ...plan, cycleId: id(`cycle ${number}`) }),
    attend: (resolutionId: string, names: readonly string[], chair = names[0] ?? "") =>
      recordAttendance(deps, sergeant, { resolutionId, presentIds: names.map(id), chairId: id(chair) }),
    /** Each of the members votes on each of the candidates. */
    voteAll: async (
      resolutionId: string,
      names: readonly string[],
      choice: RecordedVote["choice"] = "for",
      candidates: readonly string[] = problems.map(([name]) => name),
    ) => {
      const items = await withActor(db, platform(), (tx) => itemsOf(tx, resolutionId));
      for (const name of names) {
        const votes = items
          .filter(({ candidateId }) => candidates.some((one) => candidateIdOf(id, one) === candidateId))
          .map(({ id: itemId }) => ({ itemId, memberId: id(name), choice }));
        const cast = await castPanelVotes(deps, await asMember(name), { resolutionId, votes });
        if (cast?.ok !== true) throw new Error(JSON.stringify(cast));
      }
    },
    record: async (
      resolutionId: string,
      adopted: readonly string[],
      change: Partial<WantedResolution> & { reasons?: Readonly<Record<string, string>> } = {},
      at = now,
    ) => {
      const { reasons = {}, ...rest } = change;
      const resolution = await withActor(db, platform(), (tx) => findResolution(tx, resolutionId));
      return recordResolution({ db, now: at }, sergeant, {
        resolutionId,
        version: resolution?.version ?? 0,
        motion: "To adopt these.",
        items: problems.map(([name]) => ({
          subjectId: candidateIdOf(id, name),
          isAdopted: adopted.includes(name),
          rationale: rationaleOf(name),
          reasonPassedOver: reasons[name] ?? null,
        })),
        lowParticipation: null,
        batchNote: null,
        ...rest,
      });
    },
    members: (resolutionId: string) => withActor(db, platform(), (tx) => membersOf(tx, resolutionId)),
    items: (resolutionId: string) => withActor(db, platform(), (tx) => itemsOf(tx, resolutionId)),
    candidateId: (name: string) => candidateIdOf(id, name),
    priorities: () => db.select().from(schema.priorities).orderBy(schema.priorities.slot),
  };
}

export type PanelTest = Awaited<ReturnType<typeof openPanelTest>>;

export const rationaleOf = (name: string) => ({
  problem: `There is ${name}.`,
  voteResult: "It came high.",
  evidence: "Many raised it.",
  whyOverOthers: "It harms most.",
  successLooksLike: "Fewer of them.",
});

// One neighbourhood has one running cycle: the candidates of each take the same names.
let current = 1;
const candidateIdOf = (id: (name: string) => string, name: string) => id(`candidate ${current} ${name}`);

async function fillCycle(
  { db, id }: { db: Awaited<ReturnType<typeof openPeopleTest>>["db"]; id: (name: string) => string },
  number: number,
  ballots: number,
) {
  current = number;
  const neighbourhoodId = id("n1");
  const cycleId = id(`cycle ${number}`);
  await db.update(schema.cycles).set({ stage: "closed" });
  const day = (days: number) => addDays(today, days);
  await db.insert(schema.cycles).values({
    id: cycleId,
    neighbourhoodId,
    number,
    stage: "panel",
    startsOn: day(-60),
    raisingEndsOn: day(-32),
    researchEndsOn: day(-25),
    shortlistingEndsOn: day(-21),
    votingEndsOn: day(-4),
    panelEndsOn: day(3),
    liveEndsOn: day(24),
    reviewingEndsOn: day(31),
    changedAt: now,
  });
  await db.insert(schema.candidates).values(
    problems.map(([name, , raisers], index) => ({
      id: candidateIdOf(id, name),
      cycleId,
      number: index + 1,
      category: "other" as const,
      title: name,
      statement: `There is ${name}.`,
      raisers,
      isShortlisted: true,
      changedAt: now,
    })),
  );
  await db.insert(schema.concerns).values(
    problems.map(([name], index) => ({
      id: id(`concern ${number} ${name}`),
      reference: `C-${number}000${index}`,
      neighbourhoodId,
      category: "other" as const,
      source: "online" as const,
      state: "shortlisted" as const,
      raisedAt: now,
      triageDueAt: now,
      publicTitle: name,
      publicSummary: `There is ${name}.`,
      publishedAt: now,
      cycleId,
      changedAt: now,
    })),
  );
  await db.insert(schema.candidateConcerns).values(
    problems.map(([name]) => ({
      candidateId: candidateIdOf(id, name),
      concernId: id(`concern ${number} ${name}`),
    })),
  );
  const ranked = rank(
    problems.map(([name, votes, raisers], index) => ({
      id: candidateIdOf(id, name),
      number: index + 1,
      votes,
      raisers,
      score: null,
    })),
  );
  const rows = ranked.map((row, index) => ({ ...row, number: index + 1, votesWithQuarantined: row.votes }));
  await db.insert(schema.tallies).values({
    cycleId,
    certifiedAt: now,
    counted: ballots,
    quarantined: 0,
    isLowParticipation: ballots < 20,
    result: {
      modes: { online: ballots, paper: 0, phone: 0, assisted: 0 },
      rows,
      batches: { checked: 0, leftOut: [], deciding: [] },
      needsPanelNote: false,
    },
    published: "choices\r\n",
    seal: "0".repeat(64),
  });
}
