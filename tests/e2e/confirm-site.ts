import { platform } from "#app/domain/actor.ts";
import { londonInstant } from "#app/domain/calendar/london-time.ts";
import { addDays, londonDay, type Day } from "#app/domain/team/day.ts";
import { findAccount } from "#db/queries/account.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { listenForTest } from "#tests/support/listening-server.ts";
import { cookieOf } from "#tests/support/people.ts";
import type { RunningServer } from "#tests/support/server.ts";
import { openAbstractionDesk, type DeskPerson } from "../integration/abstraction-desk.ts";

/** The day before, in London: its duties have ended. */
export const yesterday = addDays(londonDay(new Date()), -1);
export const at = (hour: number, day: Day = yesterday) => londonInstant(day, hour * 60);

/** The force of the abstraction tests behind a server of its own, and the cookie of each of its people. */
export async function startConfirmSite() {
  const desk = await openAbstractionDesk();
  const listening = await listenForTest(desk.db);
  const server: RunningServer = {
    url: listening.url,
    pid: process.pid,
    dataDir: "",
    output: listening.log,
    stop: async () => {
      await listening.close();
      await desk.close();
      return 0;
    },
  };
  const cookie = async (person: DeskPerson) => {
    const account = await withActor(desk.db, platform(), (tx) => findAccount(tx, desk.id(person)));
    if (account === null) throw new Error(`There is no ${person}.`);
    const [name = "", value = ""] = (await cookieOf(desk.db, account)).split("=");
    return { name, value, url: listening.url };
  };
  const empty = async () => {
    for (const table of [schema.abstractionDisputes, schema.abstractionEntries, schema.duties])
      await desk.db.delete(table);
  };
  return { desk, server, cookie, empty };
}

export type ConfirmSite = Awaited<ReturnType<typeof startConfirmSite>>;
