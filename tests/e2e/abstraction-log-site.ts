import { eq } from "drizzle-orm";
import { abstractionEntries, sessions } from "#db/schema/index.ts";
import { listenForTest } from "#tests/support/listening-server.ts";
import { cookieOf } from "#tests/support/people.ts";
import { openAbstractionDesk, type DeskPerson } from "../integration/abstraction-desk.ts";

const hourMs = 3_600_000;

/** A small force whose constable is on duty now. */
export async function startLogSite() {
  const desk = await openAbstractionDesk();
  const hour = Math.floor(Date.now() / hourMs) * hourMs;
  await desk.duty("post pc", { from: new Date(hour - 2 * hourMs), to: new Date(hour + 6 * hourMs) });
  const listening = await listenForTest(desk.db);
  const server = {
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
  const cookieFor = async (name: DeskPerson) => {
    const cookie = await cookieOf(desk.db, { id: desk.id(name), kind: "staff" });
    const [key = "", value = ""] = cookie.split("=");
    return {
      name: key,
      value,
      domain: "127.0.0.1",
      path: "/",
      expires: -1,
      httpOnly: true,
      secure: false,
      sameSite: "Lax" as const,
    };
  };
  return {
    server,
    cookieFor,
    as: async (name: DeskPerson) => ({ storageState: { cookies: [await cookieFor(name)], origins: [] } }),
    entries: () => desk.db.select().from(abstractionEntries),
    forget: () => desk.db.delete(abstractionEntries),
    /** As when nothing was done for half an hour. */
    endSessionsOf: (name: DeskPerson) =>
      desk.db.delete(sessions).where(eq(sessions.accountId, desk.id(name))),
  };
}
