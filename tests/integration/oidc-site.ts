import { desc, eq } from "drizzle-orm";
import { expect } from "vitest";
import { accounts, identities } from "#db/schema/account.ts";
import { auditEvents } from "#db/schema/audit.ts";
import { sessions } from "#db/schema/session.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { startPeerProvider } from "#tests/support/identity-provider.ts";
import { listenForTest } from "#tests/support/listening-server.ts";
import { ensureBuilt } from "../../app/server/build.js";
import type { Browsing } from "./oidc-browsing.ts";

export type OidcSite = Awaited<ReturnType<typeof openOidcSite>>;

/** Our site, its database and the real provider that its staff sign in at; with what a test asks of them. */
export async function openOidcSite() {
  await ensureBuilt();
  const { db, close } = await openTestDatabase();
  const peer = await startPeerProvider({ people: {} });
  const server = await listenForTest(db, peer.settings);
  const url = `http://localhost:${server.port}`;
  peer.serve(url);

  const start = (next = "/staff/people", more = "") =>
    `${url}/staff/sign-in/start?next=${encodeURIComponent(next)}${more}`;
  const firstOr = <Row>(rows: readonly Row[], message: string): Row => {
    const [row] = rows;
    if (row === undefined) expect.fail(message);
    return row;
  };

  return {
    db,
    peer,
    url,
    log: server.log,
    start,
    /** To the provider and back, up to our own last redirect. */
    signIn: (browser: Browsing, address = start()) =>
      browser.follow(
        address,
        ({ href, pathname }) => href.startsWith(url) && pathname !== "/staff/sign-in/answer",
      ),
    sessionOf: (browser: Browsing) => browser.cookies(url).get("session"),
    /** Somebody of whom the provider tells a name and an address, and whom it proves from now on. */
    addPerson: (subject: string) => {
      peer.people[subject] = { name: `Officer ${subject}`, email: `${subject}@force.example` };
      peer.answerAs = subject;
    },
    accountOf: async (subject: string) =>
      firstOr(
        await db
          .select({ account: accounts })
          .from(identities)
          .innerJoin(accounts, eq(accounts.id, identities.accountId))
          .where(eq(identities.subject, subject)),
        `${subject} has no account`,
      ).account,
    setStatus: (id: string, status: "active" | "closed") =>
      db.update(accounts).set({ status }).where(eq(accounts.id, id)),
    /** What the record says that an account did, in order. */
    actsOf: async (accountId: string) =>
      (
        await db
          .select({ action: auditEvents.action })
          .from(auditEvents)
          .where(eq(auditEvents.actorId, accountId))
          .orderBy(auditEvents.number)
      ).map(({ action }) => action),
    lastSessionOf: async (accountId: string) =>
      firstOr(
        await db
          .select()
          .from(sessions)
          .where(eq(sessions.accountId, accountId))
          .orderBy(desc(sessions.createdAt))
          .limit(1),
        "there is no session",
      ),
    close: async () => {
      await server.close();
      await peer.close();
      await close();
    },
  };
}
