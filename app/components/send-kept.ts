import { isObject } from "#app/domain/is-object.ts";

/** What became of a form that a device keeps until somebody has it. */
export type SentKept<Answer> =
  | ({ state: "sent" } & Answer)
  | { state: "refused"; messages: string[] }
  /** Nobody answered, or nobody is signed in: it waits on. */
  | { state: "no-answer" }
  | { state: "signed-out" };

interface Kept<Answer> {
  address: string;
  fields: Readonly<Record<string, string>>;
  /** What is said where they may send it no more. */
  notTheirs: string;
  /** What a good answer holds; null of any other. */
  answerOf: (body: object) => Answer | null;
}

/** How long a device waits for an answer. */
export const patienceMs = 15_000;

/** Sends a form that a device keeps. It carries a number or a key of its own: sent twice, it is one. */
export async function sendKept<Answer>({
  address,
  fields,
  notTheirs,
  answerOf,
}: Kept<Answer>): Promise<SentKept<Answer>> {
  try {
    const response = await fetch(address, {
      method: "POST",
      body: new URLSearchParams(fields),
      redirect: "manual",
      signal: AbortSignal.timeout(patienceMs),
    });
    if (response.type === "opaqueredirect") return { state: "signed-out" };
    if (response.status >= 500 || response.status === 429) return { state: "no-answer" };
    if (response.status === 404 || response.status === 403)
      return { state: "refused", messages: [notTheirs] };
    const body: unknown = await response.json();
    if (!isObject(body)) return { state: "no-answer" };
    const answer = response.ok ? answerOf(body) : null;
    if (answer !== null) return { state: "sent", ...answer };
    const messages = "messages" in body && Array.isArray(body.messages) ? body.messages.map(String) : [];
    return { state: "refused", messages };
  } catch {
    return { state: "no-answer" };
  }
}
