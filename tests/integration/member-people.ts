import { Secret, TOTP } from "otpauth";
import { visitor, type Actor } from "#app/domain/actor.ts";
import { areaValue } from "#app/domain/member/area.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { newToken } from "#app/services/keys/keys.server.ts";
import { beginJoining } from "#app/services/member/begin-joining.server.ts";
import { inviteMember, type WantedMember } from "#app/services/member/invite-member.server.ts";
import { joinByEmail, joinWithPasskey, joinWithPassword } from "#app/services/member/join.server.ts";
import { readJoining } from "#app/services/member/read-joining.server.ts";
import { readSession } from "#app/services/session/read-session.server.ts";
import { insertAccount } from "#db/queries/account.ts";
import { heldRolesOf } from "#db/queries/held-roles.ts";
import { accounts, agencies, appointments, messages } from "#db/schema/index.ts";
import { platform } from "#app/domain/actor.ts";
import { withActor } from "#db/with-actor.ts";
import { testKeys } from "#tests/support/listening-server.ts";
import { createSoftwarePasskey } from "#tests/support/software-passkey.ts";
import { openTeamsTest } from "./team-loading.ts";

export const publicUrl = "https://sn.example";
export const party = { id: "sn.example", origin: publicUrl, name: "Safer Neighbourhoods" };
export const device = "Firefox on Linux";
export const goodPassword = "teapot lantern bicycle";

/** The code that an app shows for a secret at an instant. */
export const codeAt = (secret: string, at: Date) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });

/** Two neighbourhoods, two councils, a sergeant of the first neighbourhood and an administrator. */
export async function openMemberTest() {
  const test = await openTeamsTest();
  await test.loadStructure();
  const { db } = test;
  const clock = { now: new Date("2026-11-24T12:00:00Z") };
  const [northgate, moorside] = [await test.idOf("HP01"), await test.idOf("HP02")];
  const addAgency = async (code: string) => {
    const [agency] = await db
      .insert(agencies)
      .values({ code, name: `${code} council`, kind: "district" })
      .returning({ id: agencies.id });
    return agency?.id ?? "";
  };
  const councils = { a: await addAgency("a"), b: await addAgency("b") };

  const deps = () => ({ db, now: clock.now, keys: testKeys, publicUrl });
  const actorOf = (kind: Actor["kind"], accountId: string, sessionId: string | null = null) =>
    withActor(db, platform(), async (tx): Promise<Actor> => {
      const roles = await heldRolesOf(tx, accountId, londonDay(clock.now));
      return { kind, accountId, sessionId, requestId: null, roles };
    });
  const addStaff = async (role: "sergeant" | "administrator", neighbourhoodId: string | null) => {
    const account = await withActor(db, platform(), async (tx) => {
      const email = `${role}@force.example`;
      const added = await insertAccount(tx, {
        kind: "staff",
        status: "active",
        name: `The ${role}`,
        email,
        createdAt: clock.now,
      });
      await tx.insert(appointments).values({
        accountId: added.id,
        role,
        areaKind: neighbourhoodId === null ? "force" : "neighbourhood",
        areaId: neighbourhoodId,
        startsOn: "2020-01-01",
        createdAt: clock.now,
      });
      return added;
    });
    return actorOf("staff", account.id);
  };
  const sergeant = await addStaff("sergeant", northgate);
  const administrator = await addStaff("administrator", null);

  const mail = () => db.select().from(messages).orderBy(messages.createdAt, messages.id);
  /** The token of the last link that was mailed to an address. */
  const tokenFor = async (email: string) => {
    const bodies = (await mail()).filter(({ recipient }) => recipient === email).map(({ body }) => body);
    const found = bodies.flatMap((body) => /\/join\/([\w-]+)/.exec(body ?? "")?.[1] ?? []);
    return found.at(-1) ?? "";
  };
  const wanted = (given: Partial<WantedMember> = {}): WantedMember => ({
    kind: "partner",
    email: "pat@council.example",
    agencyId: given.kind === undefined || given.kind === "partner" ? councils.a : null,
    area: areaValue({ kind: "neighbourhood", id: northgate }),
    endsOn: null,
    ...given,
  });
  const invite = async (given: Partial<WantedMember> = {}, by = sergeant) => {
    const invited = await inviteMember(deps(), by, wanted(given));
    if (!invited.ok) throw new Error(invited.errors[0]?.message);
    return tokenFor(given.email ?? "pat@council.example");
  };
  const joiner = (token: string, browser = newToken()) => ({
    token,
    browser,
    device,
    before: visitor(),
    publicUrl,
  });
  const begin = async (token: string, way: "passkey" | "password", browser = newToken()) => {
    const begun = await beginJoining(deps(), { token, browser, name: "Pat Smith", way });
    if (!begun.ok) throw new Error("The enrolment did not begin.");
    const purpose = way === "passkey" ? "passkey-enrol" : "authenticator-enrol";
    const joining = await readJoining(deps(), { token, browser, purpose });
    return { browser, secret: joining?.secret ?? "" };
  };
  /** The account and actor behind the reference of a new session. */
  const whoIs = async (joined: { ok: boolean; reference?: string }) => {
    const { actor } = await readSession(db, clock.now, joined.reference ?? null, null);
    return actor;
  };
  const joinByPassword = async (token: string) => {
    const { browser, secret } = await begin(token, "password");
    const answer = { password: goodPassword, code: codeAt(secret, clock.now) };
    const joined = await joinWithPassword(deps(), joiner(token, browser), answer);
    return { joined, secret, actor: await whoIs(joined) };
  };
  const joinByPasskey = async (token: string) => {
    const passkey = createSoftwarePasskey();
    const { browser, secret } = await begin(token, "passkey");
    const response = passkey.create({ origin: publicUrl, rpId: party.id, challenge: secret });
    const joined = await joinWithPasskey(deps(), party, joiner(token, browser), response);
    return { joined, passkey, actor: await whoIs(joined) };
  };
  return {
    ...test,
    clock,
    later: (ms: number) => {
      clock.now = new Date(clock.now.getTime() + ms);
    },
    deps,
    northgate,
    moorside,
    councils,
    sergeant,
    administrator,
    actorOf,
    wanted,
    invite,
    begin,
    joiner,
    whoIs,
    joinByPassword,
    joinByPasskey,
    joinByEmail: (token: string) => joinByEmail(deps(), joiner(token), "Kim Jones"),
    mail,
    tokenFor,
    memberAccounts: async () => (await db.select().from(accounts)).filter(({ kind }) => kind === "member"),
  };
}

export type MemberTest = Awaited<ReturnType<typeof openMemberTest>>;
