import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { migrationsFolder } from "#app/server/package-root.ts";
import { openDatabase } from "#db/client.ts";
import { mailDeps, smtpTo } from "./mail-outbox.ts";

const [smtpUrl = "", dataDir = "", databaseUrl] = process.argv.slice(2);
const { db } = await openDatabase({ url: databaseUrl ?? null, dataDir, migrationsFolder });
const smtp = smtpTo(smtpUrl);

// The power fails between the mail server's 250 and our mark.
await deliverMail(
  mailDeps(db, {
    ...smtp,
    send: async (message) => {
      const outcome = await smtp.send(message);
      if (outcome.kind === "sent") process.kill(process.pid, "SIGKILL");
      return outcome;
    },
  }),
);
