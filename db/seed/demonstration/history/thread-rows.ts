import { addDays, type Day } from "#app/domain/team/day.ts";
import type { HistoryRows } from "./rows.ts";
import { atHour, between, pick, type Telling } from "./telling.ts";

type Threads = Pick<HistoryRows, "threads" | "threadEntries">;

const answerMs = 72 * 3_600_000;

const questions: readonly { asks: string; answer: string }[] = [
  {
    asks: "When is somebody at the library next? I could not make it last time.",
    answer: "We are there again on the first Saturday of the month, from ten to half past eleven.",
  },
  {
    asks: "Could somebody talk to our lunch club about doorstep callers?",
    answer: "Gladly. A PCSO of the team comes to your club and brings stickers for the door.",
  },
  {
    asks: "What came of the speed checks by the school?",
    answer:
      "One car in six was too fast. The county council looks at the signs next month; it is on our page.",
  },
  {
    asks: "Is there somebody who can look at the locks of our allotment sheds?",
    answer: "Yes: we hold a property-marking day next month and can look at the locks on the same day.",
  },
];

const acknowledgement = "We have your message. You will have an answer within 72 hours.";

/** Messages to the team: some answered, one that waits, and now and then one whose promise was missed. */
export function threadRows(telling: Telling): Threads {
  const { at, today, random, residentId } = telling;
  const rows: Threads = { threads: [], threadEntries: [] };
  const answered = between(random, 1, 3);
  for (let number = 0; number < answered; number += 1)
    addThread(rows, telling, `answered-${number}`, addDays(today, -between(random, 12, 200)), "answered");
  if (at.index % 3 !== 1) addThread(rows, telling, "waiting", addDays(today, -1), "waiting");
  if (at.index % 9 === 4) addThread(rows, telling, "missed", addDays(today, -5), "missed");
  if (residentId !== null) addThread(rows, telling, "resident", addDays(today, -30), "answered");
  return rows;
}

function addThread(
  rows: Threads,
  telling: Telling,
  key: string,
  on: Day,
  how: "answered" | "waiting" | "missed",
): void {
  const { id, random, neighbourhoodId, reference, residentId } = telling;
  const threadId = id("thread", key);
  const receivedAt = atHour(on, between(random, 8, 20), random.index(60));
  const dueAt = new Date(receivedAt.getTime() + answerMs);
  const answeredAt = atHour(addDays(on, 2), 14, random.index(60));
  const isAnswered = how === "answered";
  const { asks, answer } = pick(random, questions);
  rows.threads.push({
    id: threadId,
    reference: reference("thread"),
    neighbourhoodId,
    state: isAnswered ? "answered" : "acknowledged",
    level: how === "missed" ? "sergeant" : "team",
    raisedBy: key === "resident" ? residentId : null,
    receivedAt,
    dueAt,
    answeredAt: isAnswered ? answeredAt : null,
    missedAt: how === "missed" ? dueAt : null,
    changedAt: isAnswered ? answeredAt : receivedAt,
  });
  const entry = (
    kind: HistoryRows["threadEntries"][number]["kind"],
    writer: HistoryRows["threadEntries"][number]["writer"],
    when: Date,
    words: string,
  ) => ({ id: id("thread-entry", `${key}:${kind}`), threadId, at: when, writer, kind, words });
  rows.threadEntries.push(
    entry("message", "resident", receivedAt, asks),
    entry("acknowledgement", "platform", receivedAt, acknowledgement),
    ...(isAnswered ? [entry("answer", "staff", answeredAt, answer)] : []),
  );
}
