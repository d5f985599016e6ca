import { asc, eq } from "drizzle-orm";
import type { Actor } from "#app/domain/actor.ts";
import { hoursAfter } from "#app/domain/calendar/clock.ts";
import { keepPromises } from "#app/services/thread/keep-promises.server.ts";
import { sendMessage } from "#app/services/thread/send-message.server.ts";
import * as schema from "#db/schema/index.ts";
import type { Thread } from "#db/queries/thread.ts";
import { now, openPeopleTest } from "./people-force.ts";

const publicUrl = "https://neighbourhoods.example";
const neverAborted = new AbortController().signal;

/** A resident, the sergeant and a constable of n1, the inspector of its section, and what is asked of their threads. */
export async function openThreadTest() {
  const force = await openPeopleTest();
  const { db } = force;
  await force.account("Resident", { kind: "resident" });
  await force.account("Other", { kind: "resident" });
  await force.account("Sergeant", { person: "Archer" });
  await force.account("Constable", { person: "Cole" });
  await force.account("Inspector");
  await force.appoint("Inspector", "inspector", { kind: "section", areaId: force.id("S1") });
  const depsAt = (hours: number, from = now) => ({ db, now: hoursAfter(from, hours), publicUrl });
  const only = async (): Promise<Thread> => {
    const [thread] = await db.select().from(schema.threads);
    if (thread === undefined) throw new Error("There is no thread.");
    return thread;
  };
  return {
    ...force,
    depsAt,
    thread: only,
    send: async (words = "When is the next drop-in?", from = now) =>
      sendMessage(depsAt(0, from), await force.actor("Resident", "resident"), {
        neighbourhoodId: force.id("n1"),
        words,
      }),
    /** The thread as it stands, for an act on it. */
    at: async () => {
      const { id, version } = await only();
      return { id, version };
    },
    keep: (hours: number, from = now) => keepPromises({ ...depsAt(hours, from), signal: neverAborted }),
    entries: () => db.select().from(schema.threadEntries).orderBy(asc(schema.threadEntries.at)),
    mails: () => db.select().from(schema.messages).orderBy(asc(schema.messages.createdAt)),
    noticesOf: (name: string) =>
      db
        .select({ kind: schema.staffNotices.kind, line: schema.staffNotices.line })
        .from(schema.staffNotices)
        .where(eq(schema.staffNotices.accountId, force.id(name)))
        .orderBy(asc(schema.staffNotices.at)),
    resident: (): Promise<Actor> => force.actor("Resident", "resident"),
    staff: (name: string): Promise<Actor> => force.actor(name),
  };
}

export type ThreadTest = Awaited<ReturnType<typeof openThreadTest>>;
