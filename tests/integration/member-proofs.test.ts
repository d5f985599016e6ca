import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { platform, visitor, type Actor } from "#app/domain/actor.ts";
import { areaValue } from "#app/domain/member/area.ts";
import { newToken } from "#app/services/keys/keys.server.ts";
import { askWayBack } from "#app/services/member/ask-way-back.server.ts";
import { endLapsedSessions } from "#app/services/member/end-lapsed-sessions.server.ts";
import { endMember, sendWayBack } from "#app/services/member/look-after-member.server.ts";
import {
  addPasskey,
  beginOwnProof,
  changePassword,
  readOwnProof,
  removePasskey,
  renamePasskey,
} from "#app/services/member/own-proofs.server.ts";
import { viewMember, viewMembers } from "#app/services/member/view-members.server.ts";
import { checkPassword } from "#app/services/member/sign-in-with-password.server.ts";
import { readSession } from "#app/services/session/read-session.server.ts";
import { findAccount } from "#db/queries/account.ts";
import { listInvitations } from "#db/queries/invitation.ts";
import { proofsOf } from "#db/queries/member-proof.ts";
import { listMembers } from "#db/queries/member.ts";
import { listPasskeys } from "#db/queries/passkey.ts";
import { accounts, auditEvents, invitations, lostProofs, passkeys, passwords } from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { createSoftwarePasskey } from "#tests/support/software-passkey.ts";
import {
  codeAt,
  device,
  goodPassword,
  openMemberTest,
  party,
  publicUrl,
  type MemberTest,
} from "./member-people.ts";

const tenMinutes = 600_000;
let site: MemberTest;
beforeEach(async () => {
  site = await openMemberTest();
});
afterEach(() => site.close());

const isLive = async (reference: string) =>
  (await readSession(site.db, site.clock.now, reference, null)).signedIn !== null;
const referenceOf = (joined: { ok: boolean; reference?: string }) => joined.reference ?? "";
const subjects = async () => (await site.mail()).map(({ subject }) => subject);

async function addOne(actor: Actor) {
  const browser = newToken();
  await beginOwnProof(site.deps(), actor, { purpose: "passkey-enrol", browser });
  const begun = await readOwnProof(site.deps(), actor, { purpose: "passkey-enrol", browser });
  const challenge = begun?.secret ?? "";
  const response = createSoftwarePasskey().create({ origin: publicUrl, rpId: party.id, challenge });
  return {
    browser,
    response,
    added: await addPasskey(site.deps(), party, actor, { browser, device, response }),
  };
}

describe("one's own proofs", () => {
  test("a passkey is added once by what was begun, and the person is told", async () => {
    const { actor } = await site.joinByPasskey(await site.invite());
    const { browser, response, added } = await addOne(actor);
    expect(added).toEqual({ ok: true });
    const again = await addPasskey(site.deps(), party, actor, { browser, device, response });
    expect(again).toEqual({ ok: false, reason: "gone" });
    expect(await site.db.select().from(passkeys)).toHaveLength(2);
    expect(await subjects()).toContain("Your sign-in details were changed");
  });

  test("the last proof stays, also when twenty removals come at once", async () => {
    const { actor } = await site.joinByPasskey(await site.invite());
    await addOne(actor);
    const ids = (await site.db.select().from(passkeys)).map(({ id }) => id);
    const removals = Array.from({ length: 20 }, (_, index) =>
      removePasskey(site.deps(), actor, ids[index % 2] ?? ""),
    );
    const removed = (await Promise.all(removals)).filter(({ ok }) => ok);
    expect(removed).toHaveLength(1);
    const left = await site.db.select().from(passkeys);
    expect(left).toHaveLength(1);
    expect(await removePasskey(site.deps(), actor, left[0]?.id ?? "")).toMatchObject({
      ok: false,
      errors: [{ field: "passkey" }],
    });
  });

  test("with a password the last passkey may go; other browsers are signed out, this one is not", async () => {
    const { actor, joined } = await site.joinByPasskey(await site.invite());
    const browser = newToken();
    await beginOwnProof(site.deps(), actor, { purpose: "authenticator-enrol", browser });
    const begun = await readOwnProof(site.deps(), actor, { purpose: "authenticator-enrol", browser });
    const code = codeAt(begun?.secret ?? "", site.clock.now);
    const changed = await changePassword(site.deps(), actor, { browser, password: goodPassword, code });
    expect(changed).toEqual({ ok: true });
    const [own] = await site.db.select().from(passkeys);
    expect(await removePasskey(site.deps(), actor, own?.id ?? "")).toEqual({ ok: true });
    expect(await isLive(referenceOf(joined))).toBe(true);
    const elsewhere = { ...actor, sessionId: null };
    await addOne(elsewhere);
    const added = await site.db.select().from(passkeys);
    expect(await removePasskey(site.deps(), elsewhere, added[0]?.id ?? "")).toEqual({ ok: true });
    expect(await isLive(referenceOf(joined))).toBe(false);
  });

  test("nobody renames or removes another's passkey", async () => {
    const { actor } = await site.joinByPasskey(await site.invite());
    await addOne(actor);
    const other = await site.joinByPasskey(await site.invite({ email: "sam@council.example" }));
    const [mine] = await withActor(site.db, platform(), (tx) => listPasskeys(tx, actor.accountId ?? ""));
    const id = mine?.id ?? "";
    await addOne(other.actor);
    expect(await renamePasskey(site.deps(), other.actor, { id, name: "Mine" })).toMatchObject({ ok: false });
    expect(await removePasskey(site.deps(), other.actor, id)).toMatchObject({ ok: false });
    expect(await renamePasskey(site.deps(), actor, { id, name: "Work laptop 2" })).toEqual({ ok: true });
  });
});

describe("a way back", () => {
  const email = "pat@council.example";
  const ask = (address: string) => askWayBack(site.deps(), { client: "client", before: visitor() }, address);

  test("is asked of whoever invited; the answer tells nobody whether there is anybody", async () => {
    await site.joinByPasskey(await site.invite());
    expect(await ask(email)).toEqual(await ask("nobody@council.example"));
    const notices = (await site.mail()).filter(({ purpose }) => purpose === "staff-notice");
    expect(notices.map(({ recipient }) => recipient)).toEqual(["sergeant@force.example"]);
    expect(notices[0]?.body).not.toMatch(/Pat|council/);
    expect(await site.db.select().from(lostProofs)).toHaveLength(1);
  });

  test("is answered no sooner where there is nobody, who would be found out by that", async () => {
    const from = performance.now();
    await ask("nobody@council.example");
    expect(performance.now() - from).toBeGreaterThanOrEqual(499);
  });

  test("is asked of an administrator where the inviter has left", async () => {
    await site.joinByPasskey(await site.invite());
    await site.db.update(accounts).set({ status: "closed" }).where(eqId(site.sergeant));
    await ask(email);
    const notices = (await site.mail()).filter(({ purpose }) => purpose === "staff-notice");
    expect(notices.map(({ recipient }) => recipient)).toEqual(["administrator@force.example"]);
  });

  test("replaces every proof, signs everybody out and tells the person", async () => {
    const { actor, joined } = await site.joinByPasskey(await site.invite());
    const id = actor.accountId ?? "";
    await ask(email);
    site.later(1_000);
    expect(await sendWayBack(site.deps(), site.sergeant, id)).toEqual({ ok: true });
    expect(await isLive(referenceOf(joined)), "until it is opened nothing changes").toBe(true);
    const back = await site.joinByPassword(await site.tokenFor(email));
    expect(back.joined.ok).toBe(true);
    expect(back.actor.accountId).toBe(id);
    expect(await isLive(referenceOf(joined))).toBe(false);
    const proofs = await withActor(site.db, platform(), (tx) => proofsOf(tx, id));
    expect(proofs).toEqual({ passkeys: 0, hasPassword: true });
    expect(await site.db.select().from(lostProofs)).toEqual([]);
    expect(await subjects()).toContain("Your sign-in details were changed");
    const actions = (await site.db.select().from(auditEvents)).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(["member.send-way-back", "member.come-back"]));
    expect(await site.memberAccounts()).toHaveLength(1);
  });

  test("only the last one sent opens anything, and once", async () => {
    const { actor } = await site.joinByPasskey(await site.invite());
    const id = actor.accountId ?? "";
    site.later(1_000);
    await sendWayBack(site.deps(), site.sergeant, id);
    const first = await site.tokenFor(email);
    site.later(1_000);
    await sendWayBack(site.deps(), site.sergeant, id);
    const second = await site.tokenFor(email);
    await expect(site.begin(first, "passkey")).rejects.toThrow("did not begin");
    expect((await site.joinByPasskey(second)).joined.ok).toBe(true);
    await expect(site.begin(second, "passkey")).rejects.toThrow("did not begin");
  });

  test("is nobody's to send for a member of another area", async () => {
    const area = areaValue({ kind: "neighbourhood", id: site.moorside });
    const { actor } = await site.joinByPasskey(await site.invite({ area }, site.administrator));
    const refused = await sendWayBack(site.deps(), site.sergeant, actor.accountId ?? "");
    expect(refused).toEqual({ ok: false, reason: "gone" });
    expect((await endMember(site.deps(), site.sergeant, actor.accountId ?? "")).ok).toBe(false);
  });
});

const eqId = ({ accountId }: Actor) => eq(accounts.id, accountId ?? "");

describe("the end", () => {
  test("of a member signs them out at once and leaves nothing to sign in with", async () => {
    const { actor, joined } = await site.joinByPassword(await site.invite());
    const id = actor.accountId ?? "";
    expect(await endMember(site.deps(), site.sergeant, id)).toEqual({ ok: true });
    expect(await isLive(referenceOf(joined))).toBe(false);
    expect(await site.db.select().from(passwords)).toEqual([]);
    const trier = { browser: newToken(), client: "c", before: visitor() };
    const tried = await checkPassword(site.deps(), trier, {
      email: "pat@council.example",
      password: goodPassword,
    });
    expect(tried).toEqual({ ok: false, reason: "wrong" });
    site.later(1_000);
    expect((await site.joinByPassword(await site.invite())).joined.ok, "and may be invited anew").toBe(true);
  });

  test("of the last role by its date takes the roles at midnight and the session with the sweep", async () => {
    site.clock.now = new Date("2026-11-24T23:55:00Z");
    const ending = await site.joinByPasskey(await site.invite({ endsOn: "2026-11-24" }));
    const staying = await site.joinByPasskey(await site.invite({ email: "sam@council.example" }));
    expect(await endLapsedSessions(site.deps())).toBe(0);
    expect((await site.whoIs(ending.joined)).roles).toHaveLength(1);
    site.later(tenMinutes);
    expect((await site.whoIs(ending.joined)).roles).toEqual([]);
    expect(await endLapsedSessions(site.deps())).toBe(1);
    expect(await isLive(referenceOf(ending.joined))).toBe(false);
    expect(await isLive(referenceOf(staying.joined))).toBe(true);
  });
});

describe("looking at members", () => {
  test("shows those of one's areas, and is recorded", async () => {
    const { actor } = await site.joinByPasskey(await site.invite());
    const area = areaValue({ kind: "neighbourhood", id: site.moorside });
    const away = { area, email: "sam@council.example" };
    const other = await site.joinByPasskey(await site.invite(away, site.administrator));
    const slice = { limit: 10, offset: 0 };
    const ofSergeant = await viewMembers(site.deps(), site.sergeant, slice);
    expect(ofSergeant.map(({ accountId }) => accountId)).toEqual([actor.accountId]);
    expect(await viewMembers(site.deps(), site.administrator, slice)).toHaveLength(2);
    expect(await viewMembers(site.deps(), actor, slice)).toEqual([]);
    expect(await viewMember(site.deps(), site.sergeant, actor.accountId ?? "")).toHaveLength(1);
    expect(await viewMember(site.deps(), site.sergeant, other.actor.accountId ?? "")).toBeNull();
    const looked = (await site.db.select().from(auditEvents)).flatMap(({ action, subjectId }) =>
      /^member\.(list|read)$/.test(action) ? [[action, subjectId]] : [],
    );
    expect(looked).toEqual([
      ["member.list", null],
      ["member.list", null],
      ["member.list", null],
      ["member.read", actor.accountId],
    ]);
  });
});

describe("agencies are apart", () => {
  test("a partner of one sees no account, invitation, proof or request of another", async () => {
    const a = await site.joinByPasskey(await site.invite());
    const sam = { email: "sam@council.example", agencyId: site.councils.b };
    const b = await site.joinByPasskey(await site.invite(sam));
    await site.invite({ email: "more@council.example", agencyId: site.councils.b });
    await askWayBack(site.deps(), { client: "c", before: visitor() }, sam.email);
    const seen = await withActor(site.db, a.actor, async (tx) => ({
      own: (await findAccount(tx, a.actor.accountId ?? ""))?.id,
      other: await findAccount(tx, b.actor.accountId ?? ""),
      accounts: (await tx.select().from(accounts)).map(({ agencyId }) => agencyId),
      invitations: (await tx.select().from(invitations)).map(({ accountId }) => accountId),
      listed: await listInvitations(
        tx,
        { accountId: a.actor.accountId, areas: "all", status: "waiting" },
        site.clock.now,
        { limit: 10, offset: 0 },
      ),
      passkeys: (await tx.select().from(passkeys)).map(({ accountId }) => accountId),
      lost: await tx.select().from(lostProofs),
      members: (await listMembers(tx, "all", "2026-11-24", { limit: 10, offset: 0 })).map(
        ({ accountId }) => accountId,
      ),
    }));
    const own = a.actor.accountId;
    expect(seen).toEqual({
      own,
      other: null,
      accounts: [site.councils.a],
      invitations: [own],
      listed: [],
      passkeys: [own],
      lost: [],
      members: [own],
    });
  });
});
