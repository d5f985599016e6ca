import { paths } from "#app/paths.ts";

type SentRecord =
  | { state: "sent"; number: number }
  | { state: "refused"; messages: string[] }
  /** Nobody answered, or nobody is signed in: it waits on. */
  | { state: "no-answer" }
  | { state: "signed-out" };

const patienceMs = 15_000;
const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Sends one thing under its key. Sent twice, it is written once. */
export async function sendRecord(
  reference: string,
  fields: Readonly<Record<string, string>>,
): Promise<SentRecord> {
  try {
    const response = await fetch(paths.tasking.sendRecord(reference), {
      method: "POST",
      body: new URLSearchParams(fields),
      redirect: "manual",
      signal: AbortSignal.timeout(patienceMs),
    });
    if (response.type === "opaqueredirect") return { state: "signed-out" };
    if (response.status >= 500 || response.status === 429) return { state: "no-answer" };
    if (response.status === 404 || response.status === 403)
      return { state: "refused", messages: ["This meeting is not yours to record any more"] };
    const body: unknown = await response.json();
    if (!isObject(body)) return { state: "no-answer" };
    if (response.ok && "number" in body && typeof body.number === "number")
      return { state: "sent", number: body.number };
    const messages = "messages" in body && Array.isArray(body.messages) ? body.messages.map(String) : [];
    return { state: "refused", messages };
  } catch {
    return { state: "no-answer" };
  }
}
