import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { areaValue } from "#app/domain/member/area.ts";
import { visitor } from "#app/domain/actor.ts";
import { newToken } from "#app/services/keys/keys.server.ts";
import { beginJoining } from "#app/services/member/begin-joining.server.ts";
import { resendInvitation, withdrawInvitation } from "#app/services/member/change-invitation.server.ts";
import { inviteMember } from "#app/services/member/invite-member.server.ts";
import { joinByEmail, joinWithPasskey, joinWithPassword } from "#app/services/member/join.server.ts";
import { memberForCode } from "#app/services/member/member-for-code.server.ts";
import { readInvitation } from "#app/services/member/read-invitation.server.ts";
import { auditEvents, invitations, memberAgreements, passwords } from "#db/schema/index.ts";
import { emailKeyOf } from "#app/services/keys/keys.server.ts";
import { testKeys } from "#tests/support/listening-server.ts";
import { createSoftwarePasskey } from "#tests/support/software-passkey.ts";
import { codeAt, goodPassword, openMemberTest, party, publicUrl, type MemberTest } from "./member-people.ts";

const hour = 3_600_000;
let site: MemberTest;
beforeEach(async () => {
  site = await openMemberTest();
});
afterEach(() => site.close());

const actions = async () => (await site.db.select().from(auditEvents)).map(({ action }) => action);

describe("an invitation", () => {
  test("is mailed with a link of 256 bits, of which only a hash is kept", async () => {
    const token = await site.invite();
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const [mail] = await site.mail();
    expect(mail).toMatchObject({ recipient: "pat@council.example", isSecret: true, purpose: "invitation" });
    expect(mail?.body).toContain(`The sergeant invites you to Safer Neighbourhoods as a partner.`);
    const rows = await site.db.select().from(invitations);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(await actions()).toEqual(["member.invite"]);
  });

  test("is read any number of times and is used up by none", async () => {
    const token = await site.invite();
    for (let time = 0; time < 5; time += 1) {
      const read = await readInvitation(site.deps(), token);
      expect(read).toMatchObject({ kind: "partner", agency: "a council", area: "HP01" });
    }
  });

  test("ends after two days", async () => {
    const token = await site.invite();
    site.later(48 * hour - 1);
    expect(await readInvitation(site.deps(), token)).not.toBeNull();
    site.later(1);
    expect(await readInvitation(site.deps(), token)).toBeNull();
    const begun = await beginJoining(site.deps(), {
      token,
      browser: newToken(),
      name: "Pat",
      way: "password",
    });
    expect(begun).toEqual({ ok: false, reason: "gone" });
  });

  test("stays in the inviter's area, unless an administrator sends it", async () => {
    const elsewhere = { area: areaValue({ kind: "neighbourhood", id: site.moorside }) };
    const refused = await inviteMember(site.deps(), site.sergeant, site.wanted(elsewhere));
    expect(refused).toMatchObject({ ok: false, errors: [{ field: "area" }] });
    const everywhere = await inviteMember(site.deps(), site.sergeant, site.wanted({ area: "force" }));
    expect(everywhere).toMatchObject({ ok: false, errors: [{ field: "area" }] });
    const sent = await inviteMember(site.deps(), site.administrator, site.wanted(elsewhere));
    expect(sent).toEqual({ ok: true, did: "invited" });
  });

  test.each([
    ["no address", { email: "pat" }, "email"],
    ["a partner without an agency", { kind: "partner" as const, agencyId: null }, "agencyId"],
    ["an agency that is not there", { agencyId: "00000000-0000-4000-8000-000000000000" }, "agencyId"],
    ["a resident for an agency", { kind: "kin-member" as const, agencyId: "a" }, "agencyId"],
    ["an end in the past", { endsOn: "2026-11-23" }, "endsOn"],
  ])("is refused for %s", async (_, given, field) => {
    const refused = await inviteMember(site.deps(), site.sergeant, site.wanted(given));
    expect(refused).toMatchObject({ ok: false, errors: [{ field }] });
    expect(await site.mail()).toEqual([]);
  });

  test("is refused to whoever may not invite", async () => {
    const { actor } = await site.joinByPassword(await site.invite());
    const refused = await inviteMember(site.deps(), actor, site.wanted({ email: "other@council.example" }));
    expect(refused).toMatchObject({ ok: false, errors: [{ field: "area" }] });
    const nobody = await inviteMember(site.deps(), visitor(), site.wanted({ email: "x@council.example" }));
    expect(nobody.ok).toBe(false);
  });

  test("waits once for an address", async () => {
    await site.invite();
    const again = await inviteMember(
      site.deps(),
      site.sergeant,
      site.wanted({ email: "PAT@council.example" }),
    );
    expect(again).toMatchObject({ ok: false, errors: [{ field: "email" }] });
  });

  test("withdrawn, opens nothing; sent again, opens by the new link alone", async () => {
    const first = await site.invite();
    const [row] = await site.db.select().from(invitations);
    const id = row?.id ?? "";
    site.later(hour);
    expect(await resendInvitation(site.deps(), site.sergeant, id)).toEqual({ ok: true });
    const second = await site.tokenFor("pat@council.example");
    expect(second).not.toBe(first);
    expect(await readInvitation(site.deps(), first)).toBeNull();
    expect(await readInvitation(site.deps(), second)).not.toBeNull();

    expect(await withdrawInvitation(site.deps(), site.sergeant, id)).toEqual({ ok: true });
    expect(await readInvitation(site.deps(), second)).toBeNull();
    expect(await withdrawInvitation(site.deps(), site.sergeant, id)).toEqual({ ok: false, reason: "gone" });
    expect((await site.db.select().from(invitations))[0]?.email).toBeNull();
  });

  test("of another area is nobody's to withdraw", async () => {
    const area = areaValue({ kind: "neighbourhood", id: site.moorside });
    await site.invite({ area }, site.administrator);
    const [row] = await site.db.select().from(invitations);
    const refused = await withdrawInvitation(site.deps(), site.sergeant, row?.id ?? "");
    expect(refused).toEqual({ ok: false, reason: "gone" });
  });
});

describe("joining", () => {
  test("with a password and an app makes the member, their role and their session", async () => {
    const token = await site.invite({ endsOn: "2027-03-31" });
    const { joined, actor } = await site.joinByPassword(token);
    expect(joined.ok).toBe(true);
    expect(actor).toMatchObject({
      kind: "member",
      // No agreement carries what the agency reads of an area yet.
      roles: [{ role: "partner", area: { neighbourhoodIds: [] }, agencyId: site.councils.a }],
    });
    const [account] = await site.memberAccounts();
    expect(account).toMatchObject({ name: "Pat Smith", email: "pat@council.example", status: "active" });
    expect(await site.db.select().from(memberAgreements)).toMatchObject([{ version: 1 }]);
    const [kept] = await site.db.select().from(passwords);
    expect(kept?.hash).toMatch(/^scrypt:131072:8:1\$/);
    expect((await site.db.select().from(invitations))[0]).toMatchObject({ email: null });
    expect(await actions()).toEqual(["member.invite", "member.join", "session.start"]);
  });

  test("with a passkey", async () => {
    const { joined, actor } = await site.joinByPasskey(await site.invite());
    expect(joined.ok).toBe(true);
    expect(actor.roles).toHaveLength(1);
  });

  test("with one link by twenty at once makes one member", async () => {
    const token = await site.invite();
    const begun = await Promise.all(Array.from({ length: 20 }, () => site.begin(token, "passkey")));
    const joined = await Promise.all(
      begun.map(({ browser, secret: challenge }) => {
        const response = createSoftwarePasskey().create({ origin: publicUrl, rpId: party.id, challenge });
        return joinWithPasskey(site.deps(), party, site.joiner(token, browser), response);
      }),
    );
    expect(joined.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await site.memberAccounts()).toHaveLength(1);
    expect((await actions()).filter((action) => action === "member.join")).toHaveLength(1);
  });

  test.each([
    ["another site", { origin: "https://sn.example.evil.example" }],
    ["another host's passkeys", { rpId: "evil.example" }],
    ["another challenge", { challenge: newToken() }],
    ["nobody verified", { isVerified: false }],
  ])("is refused to a passkey for %s", async (_, wrong) => {
    const token = await site.invite();
    const { browser, secret: challenge } = await site.begin(token, "passkey");
    const passkey = createSoftwarePasskey();
    const response = passkey.create({ origin: publicUrl, rpId: party.id, challenge, ...wrong });
    const joined = await joinWithPasskey(site.deps(), party, site.joiner(token, browser), response);
    expect(joined).toEqual({ ok: false, reason: "refused" });
    expect(await site.memberAccounts()).toEqual([]);
  });

  test("goes on only in the browser that began", async () => {
    const token = await site.invite();
    const { secret } = await site.begin(token, "password");
    const answer = { password: goodPassword, code: codeAt(secret, site.clock.now) };
    const joined = await joinWithPassword(site.deps(), site.joiner(token, newToken()), answer);
    expect(joined).toEqual({ ok: false, reason: "gone" });
  });

  test.each([
    ["a short password", { password: "short" }, "password"],
    ["a common password", { password: "Password1234!" }, "password"],
    ["a password with the name in it", { password: "smith-family-house" }, "password"],
    ["a code that the app does not show", { code: "000000" }, "code"],
  ])("asks again for %s and uses nothing up", async (_, wrong, field) => {
    const token = await site.invite();
    const { browser, secret } = await site.begin(token, "password");
    const right = { password: goodPassword, code: codeAt(secret, site.clock.now) };
    const joiner = site.joiner(token, browser);
    const refused = await joinWithPassword(site.deps(), joiner, { ...right, ...wrong });
    expect(refused).toMatchObject({ ok: false, errors: [{ field }] });
    expect((await joinWithPassword(site.deps(), joiner, right)).ok).toBe(true);
  });

  test("by email alone is for residents, never for partners", async () => {
    const partner = await joinByEmail(site.deps(), site.joiner(await site.invite()), "Pat Smith");
    expect(partner).toMatchObject({ ok: false, errors: [{ field: "way" }] });
    const token = await site.invite({ kind: "kin-member", email: "kim@example.org" });
    const joined = await site.joinByEmail(token);
    expect((await site.whoIs(joined)).roles).toMatchObject([{ role: "kin-member" }]);
  });
});

describe("who signs in with an emailed code", () => {
  const forCode = (email: string) => memberForCode(site.db, emailKeyOf(testKeys, email), "2026-11-24");

  test("is a panel or KIN member without other proof; never a partner", async () => {
    await site.joinByEmail(await site.invite({ kind: "kin-member", email: "kim@example.org" }));
    await site.joinByPassword(await site.invite());
    await site.joinByPassword(await site.invite({ kind: "panel-member", email: "lee@example.org" }));
    expect((await forCode("kim@example.org"))?.name).toBe("Kim Jones");
    expect(await forCode("pat@council.example")).toBeNull();
    expect(await forCode("lee@example.org"), "a code does not get around a password").toBeNull();
    expect(await forCode("nobody@example.org")).toBeNull();
  });
});

test("a panel or KIN member gets a further role at once; a partner's address gets none", async () => {
  const kim = { email: "kim@example.org" };
  await site.joinByEmail(await site.invite({ ...kim, kind: "kin-member" }));
  const panel = site.wanted({ ...kim, kind: "panel-member" });
  expect(await inviteMember(site.deps(), site.sergeant, panel)).toEqual({ ok: true, did: "role-added" });
  expect((await inviteMember(site.deps(), site.sergeant, panel)).ok, "twice").toBe(false);
  expect((await inviteMember(site.deps(), site.sergeant, site.wanted(kim))).ok, "as a partner").toBe(false);
  const [account] = await site.memberAccounts();
  const actor = await site.actorOf("member", account?.id ?? "");
  expect(actor.roles.map(({ role }) => role)).toEqual(["kin-member", "panel-member"]);
});
