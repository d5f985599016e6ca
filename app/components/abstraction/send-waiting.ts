import { paths } from "#app/paths.ts";
import {
  dropWaiting,
  keepWaiting,
  listWaiting,
  type DeviceStorage,
  type WaitingEntry,
} from "./waiting-entries.ts";

export type Sent =
  | { state: "sent"; id: string; did: string }
  | { state: "refused"; messages: string[] }
  /** Nobody answered, or nobody is signed in: it waits on. */
  | { state: "no-answer" }
  | { state: "signed-out" };

const patienceMs = 15_000;
const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Sends an entry under its number. Sent twice, it is one. */
export async function sendEntry(fields: Readonly<Record<string, string>>): Promise<Sent> {
  try {
    const response = await fetch(paths.abstractions.send(), {
      method: "POST",
      body: new URLSearchParams(fields),
      redirect: "manual",
      signal: AbortSignal.timeout(patienceMs),
    });
    if (response.type === "opaqueredirect") return { state: "signed-out" };
    if (response.status >= 500 || response.status === 429) return { state: "no-answer" };
    if (response.status === 404 || response.status === 403)
      return { state: "refused", messages: ["This post is not yours to log for any more"] };
    const body: unknown = await response.json();
    if (!isObject(body)) return { state: "no-answer" };
    if (response.ok && "id" in body && "did" in body)
      return { state: "sent", id: String(body.id), did: String(body.did) };
    const messages = "messages" in body && Array.isArray(body.messages) ? body.messages.map(String) : [];
    return { state: "refused", messages };
  } catch {
    return { state: "no-answer" };
  }
}

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
