import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { grants, roles, type Role } from "#app/domain/access.ts";
import { permissions, type Permission } from "#app/domain/permissions.ts";
import { platform, type Actor } from "#app/domain/actor.ts";
import { loadFinder } from "#app/services/finder/load-finder.server.ts";
import { enterResident } from "#app/services/resident/enter-resident.server.ts";
import { openThread } from "#app/services/thread/open-thread.server.ts";
import { queueMail } from "#app/services/mail/queue-mail.server.ts";
import { findForce } from "#db/queries/force.ts";
import { candidates, concerns } from "#db/schema/index.ts";
import { fillDemonstration } from "#db/seed/fill-demonstration.ts";
import { seedId } from "#db/seed/seed-id.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { listenForTest, type ListeningServer } from "#tests/support/listening-server.ts";
import { addEntryIn, addRequestIn } from "#tests/support/abstraction-entries.ts";
import { reportedMeeting } from "#tests/support/meetings.ts";
import { addWaitingConcern } from "#tests/support/concerns.ts";
import { signedInAs } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";
import routeList from "../architecture/route-list.json" with { type: "json" };
import { addActionOf, addPanelThings } from "./panel-things.ts";
import { addImprovement, addImprovementActionTo } from "./improvement-things.ts";
import type { Opener, Things } from "./access-entry.ts";
import { matrix } from "./access-matrix.ts";
import { addJointMeeting } from "./joint-meeting-things.ts";
import { addRosterThings } from "./roster-things.ts";
import { addBatch, addCycle } from "./vote-desk.ts";

const minute = 60_000;
const staleAfter = 11 * minute;
const members: readonly Role[] = ["partner", "partnership-chair", "panel-member", "kin-member"];
const signedInRoles = roles.filter((role) => role !== "visitor");
const neighbourhood = { kind: "neighbourhood", id: seedId("neighbourhood", "AV01") } as const;
const anotherNeighbourhood = { kind: "neighbourhood", id: seedId("neighbourhood", "HP01") } as const;

let database: TestDatabase;
let demonstration: ListeningServer;
let real: ListeningServer;
let things: Things;

beforeAll(async () => {
  await ensureBuilt();
  database = await openTestDatabase();
  const { db } = database;
  await fillDemonstration(db, new Date(), () => undefined);
  const facts = { finder: await loadFinder(db), force: await findForce(db) };
  demonstration = await listenForTest(db, {}, facts);
  real = await listenForTest(
    db,
    {
      DEMO: "off",
      SESSION_SECRET: "x".repeat(32),
      PUBLIC_URL: "https://neighbourhoods.example",
      SMTP_URL: "smtp://127.0.0.1:1",
      MAIL_FROM: "no-reply@neighbourhoods.example",
      OIDC_ISSUER: "https://identity.example",
      OIDC_CLIENT_ID: "us",
      OIDC_CLIENT_SECRET: "secret",
    },
    facts,
  );
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
  things = {
    cycle,
    cycleElsewhere,
    batch: await addBatch(db, cycle),
    batchElsewhere: await addBatch(db, cycleElsewhere),
    person: (await signedInAs(db, "constable")).account.id,
    member: (await signedInAs(db, "panel-member", { area: neighbourhood })).account.id,
    memberElsewhere: (await signedInAs(db, "panel-member", { area: anotherNeighbourhood })).account.id,
    agencyCode: "amber-valley",
    message,
    resident: await residentOnPaper(neighbourhood.id),
    residentElsewhere: await residentOnPaper(anotherNeighbourhood.id),
    thread: thread.id,
    threadReference: thread.reference,
    threadElsewhere: (await openThreadFor(db, anotherNeighbourhood.id)).id,
    ...(await reportedMeeting(db, neighbourhood.id)),
    elsewhereReported: await reportedMeeting(db, anotherNeighbourhood.id),
    concern: "C-22222",
    unpublishedConcern: "C-33333",
    waitingConcern: await addWaitingConcern(db, neighbourhood.id, forAllReaders),
    waitingElsewhere: await addWaitingConcern(db, anotherNeighbourhood.id, forAllReaders),
    preparing: await addPreparing(neighbourhood.id),
    preparingElsewhere: await addPreparing(anotherNeighbourhood.id),
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
  };
});
afterAll(async () => {
  await demonstration.close();
  await real.close();
  await database.close();
});

async function residentOnPaper(neighbourhoodId: string): Promise<string> {
  const { account } = await signedInAs(database.db, "contact-centre");
  const desk: Actor = {
    kind: "staff",
    accountId: account.id,
    sessionId: null,
    requestId: null,
    roles: [{ role: "contact-centre", area: "force", agencyId: null }],
  };
  const resident = { neighbourhoodId, connection: "live", ageBand: "18+" } as const;
  const entered = await enterResident({ db: database.db, now: new Date() }, desk, resident);
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
async function addPreparing(neighbourhoodId: string): Promise<string> {
  const cycleId = await addCycle(database.db, neighbourhoodId, { stage: "research", number: 901 });
  const words = { title: "Speeding", statement: "Cars go fast past the school." };
  await database.db
    .insert(candidates)
    .values({ cycleId, number: 91, category: "speeding", ...words, changedAt: new Date() });
  return cycleId;
}

/** Somebody new with one role in Alfreton (the whole force for a role that has no area), signed in so long ago. */
async function cookieAs(role: Role, signedInMsAgo = 0): Promise<string> {
  const now = new Date(Date.now() - signedInMsAgo);
  const area = grants[role].area === undefined ? undefined : neighbourhood;
  const { cookie } = await signedInAs(database.db, role, {
    now,
    agencyId: role === "partner" ? seedId("agency", "amber-valley") : null,
    ...(area === undefined ? {} : { area }),
  });
  return cookie;
}

type Answer = "in" | "to sign in" | "to prove it again" | "forbidden" | "not there" | "takes no form";

async function ask(
  path: string,
  method: "GET" | "POST",
  cookie: string | null,
  site = demonstration,
): Promise<Answer> {
  const response = await fetch(`${site.url}${path}`, {
    method,
    redirect: "manual",
    headers: { ...(cookie === null ? {} : { Cookie: cookie }), Origin: site.url },
    ...(method === "POST" ? { body: new URLSearchParams() } : {}),
  });
  await response.arrayBuffer();
  const { status } = response;
  const location = response.headers.get("Location") ?? "";
  expect(status, `${method} ${path}`).toBeLessThan(500);
  if (status === 401 || status === 403) return "forbidden";
  if (status === 404) return "not there";
  // Said to everybody alike, before the address is asked anything.
  if (status === 405) return "takes no form";
  if (/^\/(?:staff\/|partners\/)?sign-in(?:\?|$)/.test(location) && status < 400) return "to sign in";
  return location.startsWith("/account/confirm") ? "to prove it again" : "in";
}

const mayOpen = (role: Role, opener: Opener | readonly Permission[]): boolean => {
  if (typeof opener !== "string") return opener.some((permission) => isGranted(role, permission));
  if (opener === "anyone" || opener === "demonstration" || opener === "signed-in") return true;
  if (opener === "resident") return role === "resident";
  if (opener === "staff") return role !== "resident" && !members.includes(role);
  if (opener === "member") return members.includes(role);
  return [opener].flat().some((permission) => isGranted(role, permission));
};
const isGranted = (role: Role, permission: Permission) =>
  Object.values(grants[role]).some((held) => held.includes(permission));

const isPermission = (opener: Opener): opener is Permission =>
  permissions.some((permission) => permission === opener);
const reachesAll = (role: Role, permission: Permission) => grants[role].force?.includes(permission) === true;
/** Whether some role may open this only where it is theirs. */
const isScoped = (opens: Opener | readonly Permission[]) =>
  [opens]
    .flat()
    .filter(isPermission)
    .some((opener) => roles.some((role) => isGranted(role, opener) && !reachesAll(role, opener)));

test("the matrix has every address there is, and no other", () => {
  expect(Object.keys(matrix).sort()).toEqual([...routeList].sort());
});

const openers = ["anyone", "signed-in", "resident", "staff", "member", "demonstration"];

test("permissions in it are permissions", () => {
  const words: readonly string[] = [...openers, ...permissions];
  for (const { opens, changes } of Object.values(matrix)) {
    for (const opener of [opens, changes ?? []].flat()) expect(words).toContain(opener);
  }
});

test("what is one area's or agency's is asked for elsewhere too", () => {
  const one = Object.entries(matrix).filter(
    ([address, { opens }]) => address.includes(":") && isScoped(opens),
  );
  expect(one.length).toBeGreaterThan(0);
  expect(one.filter(([, { elsewhere }]) => elsewhere === undefined).map(([address]) => address)).toEqual([]);
});

describe.each(Object.entries(matrix))(
  "%s",
  (address, { opens, opensOwn = [], changes = opens, isFreshOnly, at, elsewhere, isAnothers }) => {
    const path = () => at?.(things) ?? address;
    const isOpen = opens === "anyone" || opens === "demonstration";
    // What is a resident's own is not there for anybody else.
    const there = isAnothers === true ? "not there" : "in";
    const closedTo = (role: Role) =>
      opens === "resident" || mayOpen(role, opensOwn) ? "not there" : "forbidden";

    test("anonymous", async () => {
      const [got, sent] = [await ask(path(), "GET", null), await ask(path(), "POST", null)];
      if (isOpen) expect([got, sent]).not.toContain("forbidden");
      else {
        // What only takes a form is not there to be read.
        expect(got).toBe("to sign in");
        expect(["to sign in", "takes no form"]).toContain(sent);
      }
      if (opens === "demonstration") expect(await ask(path(), "GET", null, real)).toBe("not there");
    });

    test("every role", async () => {
      for (const role of signedInRoles) {
        // Reading ends no session.
        const cookie = await cookieAs(role);
        const got = await ask(path(), "GET", cookie);
        const sent = await ask(path(), "POST", cookie);
        const [opened, changed] = [mayOpen(role, opens), mayOpen(role, changes)];
        if (isOpen) expect(got, `${role} opens it`).not.toBe("forbidden");
        else expect(got, `${role} opens it`).toBe(opened ? there : closedTo(role));
        expect(sent === "forbidden" && changed, `${role} sends its form`).toBe(false);
        if (!changed)
          expect(["forbidden", "not there", "takes no form"], `${role} sends its form`).toContain(sent);
      }
    });

    const asked = [opens].flat().filter(isPermission);
    if (elsewhere !== undefined && asked.length > 0) {
      test("every role, elsewhere", async () => {
        for (const role of signedInRoles.filter((one) => mayOpen(one, asked))) {
          const expected = asked.some((permission) => reachesAll(role, permission)) ? "in" : "not there";
          expect(await ask(elsewhere(things), "GET", await cookieAs(role)), role).toBe(expected);
          if (expected === "not there")
            expect(["forbidden", "not there", "takes no form"], `${role} sends its form`).toContain(
              await ask(elsewhere(things), "POST", await cookieAs(role)),
            );
        }
      });
    }

    if (isFreshOnly !== true) return;
    test("a proof of long ago is asked for again", async () => {
      for (const role of signedInRoles.filter((one) => mayOpen(one, opens)))
        expect(await ask(path(), "GET", await cookieAs(role, staleAfter)), role).toBe("to prove it again");
    });
  },
);
