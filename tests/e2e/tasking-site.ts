import { eq, sql } from "drizzle-orm";
import * as schema from "#db/schema/index.ts";
import { listenForTest } from "#tests/support/listening-server.ts";
import { cookieOf } from "#tests/support/people.ts";
import type { RunningServer } from "#tests/support/server.ts";
import { openTaskingDesk, type TaskingPerson } from "../integration/tasking-desk.ts";

export const reference = "J-22222";

/** The desk of the tasking tests with its meeting open, behind a server of its own. */
export async function startTaskingSite() {
  const desk = await openTaskingDesk();
  await desk.db
    .update(schema.taskingMeetings)
    .set({ state: "open", openedAt: desk.now })
    .where(eq(schema.taskingMeetings.reference, reference));
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
  const cookie = async (person: TaskingPerson, kind: "staff" | "member" = "staff") => {
    const [name = "", value = ""] = (await cookieOf(desk.db, { id: desk.id(person), kind })).split("=");
    return { name, value, url: listening.url };
  };
  /** As if somebody else had finished it, or it sat on. */
  const setState = async (state: "open" | "finished") => {
    await desk.db
      .update(schema.taskingAttendances)
      .set({ state: "present" })
      .where(eq(schema.taskingAttendances.meetingId, desk.id(reference)));
    await desk.db
      .update(schema.taskingMeetings)
      .set({
        state,
        finishedAt: state === "finished" ? desk.now : null,
        version: sql`${schema.taskingMeetings.version} + 1`,
      })
      .where(eq(schema.taskingMeetings.reference, reference));
  };
  return { desk, server, cookie, setState };
}

export type TaskingSite = Awaited<ReturnType<typeof startTaskingSite>>;
