import { platform, type Actor } from "#app/domain/actor.ts";
import { enterResident } from "#app/services/resident/enter-resident.server.ts";
import { openThread } from "#app/services/thread/open-thread.server.ts";
import { queueMail } from "#app/services/mail/queue-mail.server.ts";
import { candidates, concerns } from "#db/schema/index.ts";
import { seedId } from "#db/seed/seed-id.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { addEntryIn, addRequestIn } from "#tests/support/abstraction-entries.ts";
import { addWaitingConcern } from "#tests/support/concerns.ts";
import { reportedMeeting } from "#tests/support/meetings.ts";
import { signedInAs } from "#tests/support/people.ts";
import type { Things } from "./access-entry.ts";
import { addAgreement } from "./agreement-things.ts";
import { addImpact } from "./impact-things.ts";
import { addImprovement, addImprovementActionTo } from "./improvement-things.ts";
import { addJointAction } from "./joint-action-things.ts";
import { addJointItem, addJointMeeting } from "./joint-meeting-things.ts";
import { addActionOf, addPanelThings } from "./panel-things.ts";
import { addRosterThings } from "./roster-things.ts";
import { addBatch, addCycle } from "./vote-desk.ts";

/** Where the roles of the matrix are held, and where they are not. */
export const neighbourhood = { kind: "neighbourhood", id: seedId("neighbourhood", "AV01") } as const;
const anotherNeighbourhood = { kind: "neighbourhood", id: seedId("neighbourhood", "HP01") } as const;

/** Puts one of everything that an address can name into a demonstration, there and elsewhere. */
export async function fillAccessThings(db: Db): Promise<Things> {
  const message = await withActor(db, platform(), (tx) =>
    queueMail(tx, new Date(), {
      purpose: "account-notice",
      accountId: null,
      recipient: "somebody@example.org",
      subject: "A notice",
      body: "Words.",
    }),
  );
  const thread = await openThreadFor(db, neighbourhood.id);
  const concern = { category: "speeding", source: "online", neighbourhoodId: neighbourhood.id } as const;
  const at = new Date();
  const times = { raisedAt: at, triageDueAt: at, changedAt: at };
  const shown = { publicTitle: "Speeding", publicSummary: "Cars go too fast.", publishedAt: at };
  await db.insert(concerns).values([
    { ...concern, ...times, ...shown, reference: "C-22222", state: "published-candidate" },
    { ...concern, ...times, reference: "C-33333", state: "submitted" },
  ]);
  // A number and a stage that no cycle of the demonstration has.
  const cycleOf = ({ id }: { id: string }) => addCycle(db, id, { stage: "closed", number: 900 });
  const [cycle, cycleElsewhere] = [await cycleOf(neighbourhood), await cycleOf(anotherNeighbourhood)];
  const improvementElsewhere = await addImprovement(db, anotherNeighbourhood.id, "plan-required");
  // Everybody who reads some concerns reads this one: urgent, published once, and under appeal.
  const forAllReaders = { ...shown, state: "appealed" as const, isUrgent: true, reasonCode: "abusive" };
  const things: Things = {
    cycle,
    cycleElsewhere,
    batch: await addBatch(db, cycle),
    batchElsewhere: await addBatch(db, cycleElsewhere),
    person: (await signedInAs(db, "constable")).account.id,
    member: (await signedInAs(db, "panel-member", { area: neighbourhood })).account.id,
    memberElsewhere: (await signedInAs(db, "panel-member", { area: anotherNeighbourhood })).account.id,
    agencyCode: "amber-valley",
    agreement: await addAgreement(db, "A-22222", at),
    message,
    resident: await residentOnPaper(db, neighbourhood.id),
    residentElsewhere: await residentOnPaper(db, anotherNeighbourhood.id),
    thread: thread.id,
    threadReference: thread.reference,
    threadElsewhere: (await openThreadFor(db, anotherNeighbourhood.id)).id,
    ...(await reportedMeeting(db, neighbourhood.id)),
    elsewhereReported: await reportedMeeting(db, anotherNeighbourhood.id),
    concern: "C-22222",
    unpublishedConcern: "C-33333",
    waitingConcern: await addWaitingConcern(db, neighbourhood.id, forAllReaders),
    waitingElsewhere: await addWaitingConcern(db, anotherNeighbourhood.id, forAllReaders),
    preparing: await addPreparing(db, neighbourhood.id),
    preparingElsewhere: await addPreparing(db, anotherNeighbourhood.id),
    ...(await addPanelThings(db, neighbourhood.id, new Date())),
    panelElsewhere: await addPanelThings(db, anotherNeighbourhood.id, new Date(), "P-22223"),
    partnerAction: await addActionOf(db, "P-22222", seedId("agency", "amber-valley"), new Date()),
    improvement: await addImprovement(db, neighbourhood.id, "escalated"),
    improvementElsewhere,
    improvementActionElsewhere: await addImprovementActionTo(db, improvementElsewhere),
    ...(await addRosterThings(db, neighbourhood.id, anotherNeighbourhood.id)),
    partnerActionElsewhere: await addActionOf(db, "P-22223", seedId("agency", "high-peak"), new Date()),
    entry: await addEntryIn(db, neighbourhood.id),
    entryElsewhere: await addEntryIn(db, anotherNeighbourhood.id),
    officerRequest: await addRequestIn(db, neighbourhood.id),
    officerRequestElsewhere: await addRequestIn(db, anotherNeighbourhood.id),
    jointMeeting: await addJointMeeting(db, neighbourhood.id, { code: "ZA", reference: "J-22222" }),
    jointMeetingElsewhere: await addJointMeeting(db, anotherNeighbourhood.id, {
      code: "ZB",
      reference: "J-22223",
    }),
    impact: await addImpact(db, neighbourhood.id, "K-22222"),
    impactElsewhere: await addImpact(db, anotherNeighbourhood.id, "K-22223"),
    jointItem: "",
    jointItemElsewhere: "",
    jointAction: "",
    jointActionElsewhere: "",
  };
  // The agency of every role there shares, and so does another: what is not theirs is closed to them all the same.
  things.jointItem = await addJointItem(db, "J-22222");
  things.jointItemElsewhere = await addJointItem(db, "J-22223");
  things.jointAction = await addJointAction(db, "ZA", seedId("agency", "amber-valley"));
  things.jointActionElsewhere = await addJointAction(db, "ZB", seedId("agency", "high-peak"));
  return things;
}

async function residentOnPaper(db: Db, neighbourhoodId: string): Promise<string> {
  const { account } = await signedInAs(db, "contact-centre");
  const desk: Actor = {
    kind: "staff",
    accountId: account.id,
    sessionId: null,
    requestId: null,
    roles: [{ role: "contact-centre", area: "force", agencyId: null }],
  };
  const resident = { neighbourhoodId, connection: "live", ageBand: "18+" } as const;
  const entered = await enterResident({ db, now: new Date() }, desk, resident);
  if (!entered.ok) throw new Error(entered.message);
  return entered.reference;
}

/** A message to the team of a neighbourhood, from nobody in particular. */
const openThreadFor = (db: Db, neighbourhoodId: string) =>
  withActor(db, platform(), (tx) =>
    openThread(
      tx,
      { now: new Date(), publicUrl: "https://example.org" },
      { neighbourhoodId, words: "Hello", raisedBy: null, enteredBy: null },
    ),
  );

/** A cycle whose candidates are being chosen, with one. */
async function addPreparing(db: Db, neighbourhoodId: string): Promise<string> {
  const cycleId = await addCycle(db, neighbourhoodId, { stage: "research", number: 901 });
  const words = { title: "Speeding", statement: "Cars go fast past the school." };
  await db
    .insert(candidates)
    .values({ cycleId, number: 91, category: "speeding", ...words, changedAt: new Date() });
  return cycleId;
}
