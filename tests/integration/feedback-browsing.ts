import { eq } from "drizzle-orm";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { closeRounds } from "#app/services/feedback/close-rounds.server.ts";
import * as schema from "#db/schema/index.ts";
import { listenForTest } from "#tests/support/listening-server.ts";
import { cookieOf } from "#tests/support/people.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { openFeedbackTest } from "./feedback-desk.ts";

/** The built pages over a priority with its panel, and what their tests ask of them. */
export async function openFeedbackPages() {
  await ensureBuilt();
  const desk = await openFeedbackTest();
  const { db } = desk;
  const { url, close } = await listenForTest(db);
  const staff = (name: string) => cookieOf(db, { id: desk.id(name), kind: "staff" });
  const get = (path: string, cookie = "") =>
    fetch(`${url}${path}`, { headers: { Cookie: cookie }, redirect: "manual" });
  const lastRound = async () => {
    const round = await desk.round();
    if (round === undefined) throw new Error("There is no round.");
    return round;
  };
  return {
    desk,
    staff,
    sergeant: await staff("Sergeant"),
    inspector: await staff("Inspector"),
    get,
    read: async (path: string, cookie = "") => (await get(path, cookie)).text(),
    post: (
      path: string,
      fields: Record<string, string> | URLSearchParams,
      cookie = "",
      headers: Record<string, string> = {},
    ) =>
      fetch(`${url}${path}`, {
        method: "POST",
        redirect: "manual",
        headers: { Cookie: cookie, Origin: url, ...headers },
        body: new URLSearchParams(fields),
      }),
    stateNow: async () => (await desk.first()).state,
    lastRound,
    /** The last day of the open round is over, and it is counted. */
    endRound: async () => {
      const today = londonDay(new Date());
      await db
        .update(schema.feedbackRounds)
        .set({ opensOn: addDays(today, -22), closesOn: addDays(today, -1) })
        .where(eq(schema.feedbackRounds.id, (await lastRound()).id));
      await closeRounds({ db, now: new Date(), signal: new AbortController().signal });
    },
    /** Each test may send as much as one browser may in a while. */
    forgetAllowances: () => db.delete(schema.allowances),
    close: async () => {
      await close();
      await desk.close();
    },
  };
}

export type FeedbackPages = Awaited<ReturnType<typeof openFeedbackPages>>;
