import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deliverMail, leaseMs } from "#app/services/mail/deliver-mail.server.ts";
import { startSmtpPeer, type SmtpPeer } from "#tests/support/smtp-peer.ts";
import { later, mailDeps, outbox, queue, smtpTo } from "./mail-outbox.ts";
import { restorableDatabase, type RestorableDatabase } from "./restorable-database.ts";

let database: RestorableDatabase;
let peer: SmtpPeer;

beforeAll(async () => {
  database = restorableDatabase();
  peer = await startSmtpPeer();
});
afterAll(async () => {
  await peer.close();
  await database.remove();
});

/** Runs a worker in a process of its own that is killed as soon as the mail server has said 250; its signal. */
function runDoomedWorker(): Promise<NodeJS.Signals | null> {
  const { DATA_DIR: dataDir = "", DATABASE_URL: databaseUrl } = database.env;
  const words = [peer.url, dataDir, ...(databaseUrl === undefined ? [] : [databaseUrl])];
  const child = spawn(
    process.execPath,
    ["--import", "tsx", join(import.meta.dirname, "mail-child.ts"), ...words],
    { stdio: ["ignore", "inherit", "inherit"] },
  );
  return new Promise((resolve) =>
    child.once("exit", (_, signal) => {
      resolve(signal);
    }),
  );
}

/** Runs the worker at a moment in this process; the state of the only message after it. */
const deliverAt = (now: Date) =>
  database.use(async (db) => {
    await deliverMail(mailDeps(db, smtpTo(peer.url), now));
    return (await outbox(db))[0];
  });

test("a process killed between the server's 250 and its own mark repeats the message once, under the same Message-ID", async () => {
  const id = await database.use((db) => queue(db));
  expect(await runDoomedWorker()).toBe("SIGKILL");
  expect(peer.received).toHaveLength(1);

  expect(await deliverAt(later(leaseMs - 1))).toMatchObject({ status: "sending", attempts: 1 });
  expect(peer.received).toHaveLength(1);

  expect(await deliverAt(later(leaseMs))).toMatchObject({ status: "sent", attempts: 2, unsureAttempts: 1 });
  await deliverAt(later(100 * leaseMs));
  expect(peer.received.map(({ mail }) => mail.messageId)).toEqual([
    `<${id}@force.example>`,
    `<${id}@force.example>`,
  ]);
});
