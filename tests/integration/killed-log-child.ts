import { randomUUID } from "node:crypto";
import { noFacts } from "#app/domain/abstraction/entry.ts";
import { platform, type Actor } from "#app/domain/actor.ts";
import { migrationsFolder } from "#app/server/package-root.ts";
import { correctEntry } from "#app/services/abstraction/correct-entry.server.ts";
import { logEntry } from "#app/services/abstraction/log-entry.server.ts";
import { openDatabase } from "#db/client.ts";
import { withActor } from "#db/with-actor.ts";
import { logNow } from "./abstraction-race-force.ts";

// Logs abstractions of every post until it is killed, and shortens every third: the entry and its version are said on
// standard output once it was acknowledged.
const [, accountId = "", workers = "", , databaseUrl] = process.argv.slice(2);
const { db } = await openDatabase({ url: databaseUrl ?? null, dataDir: "", migrationsFolder });
const say = (line: string) => process.stdout.write(`${line}\n`);
const { postIds, neighbourhoodIds } = await withActor(db, platform(), async (tx) => ({
  postIds: (await tx.query.posts.findMany()).map(({ id }) => id),
  neighbourhoodIds: (await tx.query.neighbourhoods.findMany()).map(({ id }) => id),
}));
const sergeant: Actor = {
  kind: "staff",
  accountId,
  sessionId: null,
  requestId: null,
  roles: [{ role: "sergeant", area: { neighbourhoodIds }, agencyId: null }],
};
const upTo = (most: number) => Math.floor(Math.random() * most);
const after = (minutes: number) => new Date(logNow.getTime() + minutes * 60_000);

async function work() {
  for (let count = 1; ; count += 1) {
    const id = randomUUID();
    const began = -9_000 + upTo(8_000);
    const span = (minutes: number) => ({
      kind: "span" as const,
      from: after(began),
      to: after(began + minutes),
    });
    const postId = postIds[upTo(postIds.length)] ?? "";
    const wanted = { ...noFacts, id, postId, code: "R2" as const };
    const logged = await logEntry({ db, now: logNow }, sergeant, { ...wanted, times: span(40 + upTo(400)) });
    if (logged?.ok !== true || logged.did === "again") continue;
    say(`${logged.id} 1`);
    if (count % 3 > 0) continue;
    const change = { ...noFacts, id, version: 1, code: "C1" as const, changeReason: "Shorter" };
    const corrected = await correctEntry({ db, now: logNow }, sergeant, { ...change, times: span(30) });
    if (corrected?.ok === true) say(`${id} 2`);
  }
}

say("open");
await Promise.all(Array.from({ length: Number(workers) }, work));
