import { platform, visitor } from "#app/domain/actor.ts";
import { migrationsFolder } from "#app/server/package-root.ts";
import { queueMail } from "#app/services/mail/queue-mail.server.ts";
import { startSession } from "#app/services/session/start-session.server.ts";
import { openDatabase } from "#db/client.ts";
import { withActor } from "#db/with-actor.ts";

// Works until it is killed: each piece is a message, a session and its audit row in one transaction, and its name is
// said on standard output once that has been committed.
const [run = "", accountId = "", workers = "", dataDir = "", databaseUrl] = process.argv.slice(2);
const { db } = await openDatabase({ url: databaseUrl ?? null, dataDir, migrationsFolder });
const say = (line: string) => process.stdout.write(`${line}\n`);

async function work(worker: number) {
  for (let count = 1; ; count += 1) {
    const name = `${run}-${worker}-${count}`;
    const now = new Date();
    await withActor(db, platform(name), async (tx) => {
      const recipient = `${name}@example.org`;
      const mail = { purpose: "account-notice", recipient, subject: "Signed in", body: "Hello." } as const;
      await queueMail(tx, now, { ...mail, accountId });
      const account = { id: accountId, kind: "resident" } as const;
      await startSession(tx, now, { account, method: "email-code", device: name, before: visitor(name) });
    });
    say(name);
  }
}

say("open");
await Promise.all(Array.from({ length: Number(workers) }, (_, worker) => work(worker)));
