import { patienceMs, sendKept, type SentKept } from "#app/components/send-kept.ts";
import { isObject } from "#app/domain/is-object.ts";
import { paths } from "#app/paths.ts";
import {
  dropWaiting,
  keepWaiting,
  listWaiting,
  type DeviceStorage,
  type WaitingEntry,
} from "./waiting-entries.ts";

export type Sent = SentKept<{ id: string; did: string }>;

/** Sends an entry under its number. Sent twice, it is one. */
export const sendEntry = (fields: Readonly<Record<string, string>>): Promise<Sent> =>
  sendKept({
    address: paths.abstractions.send(),
    fields,
    notTheirs: "This post is not yours to log for any more",
    answerOf: (body) =>
      "id" in body && "did" in body ? { id: String(body.id), did: String(body.did) } : null,
  });

/** Whose entries may be sent from here now; null without a signal or a sign-in. */
export async function askMark(): Promise<string | null> {
  try {
    const response = await fetch(paths.abstractions.send(), {
      redirect: "manual",
      signal: AbortSignal.timeout(patienceMs),
    });
    const body: unknown = response.ok ? await response.json() : null;
    return isObject(body) && "mark" in body && typeof body.mark === "string" ? body.mark : null;
  } catch {
    return null;
  }
}

export interface SendResult {
  sent: { entry: WaitingEntry; id: string }[];
  waiting: WaitingEntry[];
}

/** Sends what an account has waiting; what is refused stays, with why. */
export async function sendWaiting(storage: DeviceStorage, mark: string): Promise<SendResult> {
  const sent: SendResult["sent"] = [];
  for (const entry of listWaiting(storage, mark)) {
    if (entry.refusal !== null) continue;
    const answer = await sendEntry(entry.fields);
    if (answer.state === "no-answer" || answer.state === "signed-out") break;
    if (answer.state === "sent") {
      dropWaiting(storage, mark, entry.id);
      sent.push({ entry, id: answer.id });
    } else keepWaiting(storage, mark, { ...entry, refusal: answer.messages });
  }
  return { sent, waiting: listWaiting(storage, mark) };
}
