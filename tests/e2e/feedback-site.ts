import { eq } from "drizzle-orm";
import type { PanelChoice } from "#app/domain/panel/motion.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { feedbackToken } from "#app/services/feedback/feedback-token.server.ts";
import { castPanelVotes } from "#app/services/panel/cast-panel-votes.server.ts";
import { acceptPriority } from "#app/services/priority/accept-priority.server.ts";
import * as schema from "#db/schema/index.ts";
import { listenForTest, testKeys } from "#tests/support/listening-server.ts";
import { cookieOf } from "#tests/support/people.ts";
import type { RunningServer } from "#tests/support/server.ts";
import { openFeedbackTest } from "../integration/feedback-desk.ts";

/** Residents are asked about one priority, and another of the neighbourhood is being worked on. */
export async function startFeedback() {
  const desk = await openFeedbackTest(12, ["bikes"]);
  const { db, id } = desk;
  await desk.workThrough();
  const filed = await desk.file(new Date());
  if (filed?.ok !== true) throw new Error(JSON.stringify(filed));
  const other = (await desk.priorities())[1];
  if (other === undefined) throw new Error("There is one priority only.");
  await acceptPriority(desk.deps, await desk.actor("Inspector"), other);

  const listening = await listenForTest(db);
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

  const round = async () => {
    const found = await desk.round();
    if (found === undefined) throw new Error("There is no round.");
    return found;
  };

  return {
    server,
    memberNames: desk.memberNames,
    priority: desk.reference,
    other: other.reference,
    /** The cookie of somebody who has signed in. */
    cookie: async (name: string, kind: "staff" | "member") => {
      const [key = "", value = ""] = (await cookieOf(db, { id: id(name), kind })).split("=");
      return { name: key, value, url: listening.url };
    },
    /** Where the message to a resident leads. */
    linkOf: async (at: number) => {
      const accountId = desk.residents[at]?.accountId ?? "";
      return `/feedback/${feedbackToken(testKeys, { roundId: (await round()).id, accountId })}`;
    },
    /** The first seven residents say that it is better, and the last day to answer goes by. */
    endRound: async () => {
      const now = new Date();
      await desk.answerAll(
        Array.from({ length: 7 }, () => "better-enough" as const),
        now,
      );
      const today = londonDay(now);
      await db
        .update(schema.feedbackRounds)
        .set({ opensOn: addDays(today, -22), closesOn: addDays(today, -1) })
        .where(eq(schema.feedbackRounds.id, (await round()).id));
      await desk.closeOn(now);
    },
    /** A member votes elsewhere than on these screens. */
    vote: async (resolutionId: string, name: string, choice: PanelChoice) => {
      const [item] = await desk.items(resolutionId);
      const votes = [{ itemId: item?.id ?? "", memberId: id(name), choice }];
      await castPanelVotes({ db, now: new Date() }, await desk.asMember(name), { resolutionId, votes });
    },
  };
}
