import { eq, isNull } from "drizzle-orm";
import { addDays } from "#app/domain/team/day.ts";
import { makeKey } from "#app/services/agency/make-key.server.ts";
import { nameLead } from "#app/services/agency/name-lead.server.ts";
import { addImpactAction } from "#app/services/impact/add-impact-action.server.ts";
import { advise } from "#app/services/impact/advise.server.ts";
import { consult } from "#app/services/impact/consult.server.ts";
import { finishAction } from "#app/services/impact/finish-impact-action.server.ts";
import { openImpact } from "#app/services/impact/open-impact.server.ts";
import { reviewImpact } from "#app/services/impact/review-impact.server.ts";
import { answerTaskingAction, type GivenAnswer } from "#app/services/tasking/answer-action.server.ts";
import { decideLine } from "#app/services/tasking/decide-line.server.ts";
import * as schema from "#db/schema/index.ts";
import { listenForTest } from "#tests/support/listening-server.ts";
import { cookieOf } from "#tests/support/people.ts";
import type { RunningServer } from "#tests/support/server.ts";
import { addAgreement } from "../integration/agreement-things.ts";
import { addImpact, openingOf } from "../integration/impact-things.ts";
import { addActionOf } from "../integration/panel-things.ts";
import { openTaskingDesk, type TaskingDesk, type TaskingPerson } from "../integration/tasking-desk.ts";
import { actionNow, addPlan } from "../integration/tasking-plan.ts";
import { addOpenMeeting, addOtherMeetings, must } from "./tasking-pages-meetings.ts";

const hourMs = 3_600_000;

export type Somebody = TaskingPerson | "Panel member";

/** Who signs in without an account of the police. */
const members: readonly Somebody[] = [
  "Chair",
  "Council officer",
  "Housing officer",
  "Far officer",
  "Panel member",
];

/** The desk of the tasking tests with one of everything that a page of joint tasking can show, behind a server. */
export async function startTaskingPages() {
  const desk = await openTaskingDesk();
  await giveLongNames(desk);
  await addActions(desk);
  await addOtherMeetings(desk);
  await answerActions(desk);
  await addOpenMeeting(desk);
  await addBoard(desk);
  await addAgreements(desk);
  const impact = await addAssessments(desk);
  await addKeys(desk);
  await addPanel(desk);
  const partnerAction = await addActionOf(desk.db, "P-22222", desk.id("council"), desk.now);
  const listening = await listenForTest(desk.db);
  const server: RunningServer = {
    url: listening.url,
    pid: process.pid,
    dataDir: "",
    output: listening.log,
    stop: async () => {
      await listening.close();
      await desk.close();
      return 0;
    },
  };
  const cookies = new Map<Somebody, Promise<string>>();
  const cookie = (name: Somebody): Promise<string> => {
    const kind = members.includes(name) ? "member" : "staff";
    const made = cookies.get(name) ?? cookieOf(desk.db, { id: desk.id(name), kind });
    cookies.set(name, made);
    return made;
  };
  return { desk, server, cookie, impact, partnerAction, id: desk.id };
}

export type TaskingPages = Awaited<ReturnType<typeof startTaskingPages>>;

/** As long as names are, for narrow screens. */
async function giveLongNames({ db, id }: TaskingDesk) {
  const { agencies, taskingGroups } = schema;
  const named = {
    council: "Amber Valley Borough Council",
    housing: "Valley Homes and Communities Association",
  };
  for (const [key, name] of Object.entries(named))
    await db
      .update(agencies)
      .set({ name })
      .where(eq(agencies.id, id(key)));
  const name = "Amber Valley joint tasking and problem-solving group";
  await db.update(taskingGroups).set({ name }).where(eq(taskingGroups.code, "PA"));
}

/** Of the council and of the police, for the first meeting of the group to talk of. */
async function addActions(desk: TaskingDesk) {
  await desk.priority("P-22222", "n1", { title: "Anti-social behaviour on the rec and along the path" });
  await desk.priority("P-33333", "n2");
  await addPlan(desk, "P-22222");
  const priority = "P-22222";
  await desk.action(1, { priority, task: "Repair the lights on the rec and along the path to the station" });
  await desk.action(3);
  await desk.action(4, { priority });
  await desk.action(5, { priority });
  await desk.action(7, { agency: "police", owner: "Sergeant", position: "Sergeant of the team" });
}

/** Two that are late; one declined, one done of which residents read, and one done of which they may. */
async function answerActions(desk: TaskingDesk) {
  const { deps, today } = desk;
  await desk.action(2, { dueOn: addDays(today, -20), state: "in-progress" });
  await desk.action(6, { agency: "housing", dueOn: addDays(today, -3) });
  const [declined, published, proposed] = [desk.id("PA-3"), desk.id("PA-4"), desk.id("PA-5")];
  const officer = await desk.as("Council officer");
  const answer = async (actionId: string, more: Pick<GivenAnswer, "answer" | "words" | "publicLine">) =>
    must(
      answerTaskingAction(deps, officer, {
        actionId,
        version: (await actionNow(desk, actionId)).version,
        ...more,
      }),
    );
  await answer(declined, { answer: "rejected", words: "The land is not ours: it is the parish's." });
  await answer(published, {
    answer: "done",
    words: "All six lamps burn again.",
    publicLine: "repaired the lights on the rec",
  });
  await answer(proposed, {
    answer: "done",
    words: "The hedge is cut back.",
    publicLine: "cut back the hedge along the path",
  });
  const read = { actionId: published, version: (await actionNow(desk, published)).version };
  const line = "repaired the lights on the rec";
  await must(
    decideLine(deps, await desk.as("Sergeant"), read, { is: "publish", line, isElectionMinded: false }),
  );
}

/** A board of the whole force, whose chair was told of a late action. */
async function addBoard(desk: TaskingDesk) {
  const seat = ["Chief officer", "police", "Assistant chief constable"] as const;
  await desk.group("EB", { level: "board", isForce: true, chair: "Chief officer", seats: [seat] });
  const { dueOn } = await actionNow(desk, desk.id("PA-6"));
  await desk.db
    .insert(schema.taskingEscalations)
    .values({ actionId: desk.id("PA-6"), dueOn, rung: 4, at: desk.now });
}

/** Besides the one in force: one that lapsed and shuts Far officer out, and a draft that waits for the council. */
async function addAgreements(desk: TaskingDesk) {
  const { db, id, today, now } = desk;
  const lapsed = { partnership: "P2", reviewBy: addDays(today, -1) };
  await desk.agreement("A-33333", ["police", "far council"], lapsed);
  await addAgreement(db, "A-44444", now);
  const [draft] = await db
    .select({ id: schema.agreements.id })
    .from(schema.agreements)
    .where(eq(schema.agreements.reference, "A-44444"));
  const agreementId = draft?.id ?? "";
  await db.insert(schema.agreementParties).values([
    {
      agreementId,
      agencyId: id("police"),
      signatory: "Somebody",
      signatoryPosition: "Director",
      signedOn: today,
    },
    { agreementId, agencyId: id("council") },
  ]);
}

/** One that is open, with advice, a review and actions; one that is closed; and a question still to be answered. */
async function addAssessments(desk: TaskingDesk) {
  const { db, id, today, now, deps } = desk;
  const inspector = await desk.as("Inspector");
  const opened = await openImpact(deps, inspector, openingOf([id("n1"), id("n2")]));
  if (opened?.ok !== true) throw new Error("The assessment was not opened.");
  const { reference } = opened;
  const questions = ["How will worshippers take more patrols?", "Whom should the team speak with first?"];
  for (const question of questions)
    await must(
      consult(deps, inspector, reference, {
        kind: "iag",
        who: "IAG member for faith communities",
        adviserId: id("Adviser"),
        question,
      }),
    );
  const { impactConsultations: consultations } = schema;
  const asked = await db.select().from(consultations).orderBy(consultations.question);
  const [answered, question] = asked.map(({ id: consultationId }) => consultationId);
  const advice = "They will welcome it if they are told why, and by somebody they know.";
  await must(advise(deps, await desk.as("Adviser"), { consultationId: answered ?? "", advice }));
  const review = { tension: "high", words: "It is calmer, and not yet calm.", reviewHours: null } as const;
  await must(reviewImpact(deps, inspector, { reference, version: 1 }, review));
  for (const task of ["Meet the committee of the centre", "Walk the estate each evening of the week"])
    await must(
      addImpactAction(deps, inspector, reference, { task, position: "Sergeant of the team", dueOn: today }),
    );
  const { impactActions } = schema;
  const [first] = await db.select().from(impactActions).where(isNull(impactActions.result)).limit(1);
  const result = "They were met.";
  await must(finishAction(deps, inspector, reference, { actionId: first?.id ?? "", result }));
  const closed = await addImpact(db, id("n1"), "K-99999");
  await db
    .update(schema.impactAssessments)
    .set({ closedAt: now, closingWords: "It passed.", reviewDueAt: null })
    .where(eq(schema.impactAssessments.reference, closed));
  return { reference, closed, question: question ?? "", answered: answered ?? "" };
}

async function addKeys(desk: TaskingDesk) {
  const { deps, today } = desk;
  const administrator = await desk.as("Administrator");
  const name = "Case management of the street scene service";
  await must(makeKey(deps, administrator, "council", { name, endsOn: addDays(today, 300) }));
  const accountId = desk.id("Council officer");
  await must(nameLead(deps, administrator, { code: "council", accountId }));
}

/** An open meeting of the panel of n1, in which Panel member sits. */
async function addPanel({ db, id, now, today, account, appoint }: TaskingDesk) {
  await account("Panel member", { kind: "member" });
  await appoint("Panel member", "panel-member", { kind: "neighbourhood", areaId: id("n1") });
  await db.insert(schema.resolutions).values({
    id: id("panel"),
    neighbourhoodId: id("n1"),
    kind: "adopt",
    format: "online",
    state: "open",
    heldOn: today,
    membersTotal: 8,
    quorum: 4,
    openedAt: now,
    closesAt: new Date(now.getTime() + 72 * hourMs),
  });
  await db
    .insert(schema.resolutionMembers)
    .values({ resolutionId: id("panel"), accountId: id("Panel member"), capacity: "member" });
}
