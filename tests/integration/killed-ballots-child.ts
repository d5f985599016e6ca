import { asc, eq } from "drizzle-orm";
import { platform } from "#app/domain/actor.ts";
import { migrationsFolder } from "#app/server/package-root.ts";
import { castBallot } from "#app/services/ballot/cast-ballot.server.ts";
import { openDatabase } from "#db/client.ts";
import { accounts } from "#db/schema/account.ts";
import { withActor } from "#db/with-actor.ts";
import { testKeys as keys } from "#tests/support/listening-server.ts";
import { actorOf, noon, wish } from "./vote-desk.ts";

// Casts ballots of the residents from one place on, until it is killed: each is said on standard output once it was
// acknowledged.
const [from = "", cycleId = "", workers = "", , databaseUrl] = process.argv.slice(2);
const { db } = await openDatabase({ url: databaseUrl ?? null, dataDir: "", migrationsFolder });
const say = (line: string) => process.stdout.write(`${line}\n`);
const voters = await withActor(db, platform(), (tx) =>
  tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.kind, "resident"))
    .orderBy(asc(accounts.id)),
);
const ids = voters.map(({ id }) => id).slice(Number(from));
let next = 0;

async function work() {
  for (let id = ids[next++]; ; id = ids[next++]) {
    // When all have voted it waits for its end.
    if (id === undefined) return;
    const choice = 1 + (next % 5);
    const cast = await castBallot({ db, now: noon, keys }, actorOf(id), wish(cycleId, [choice]));
    if (cast.ok) say(`${id} ${choice}`);
  }
}

say("open");
await Promise.all(Array.from({ length: Number(workers) }, work));
setInterval(() => undefined, 60_000);
