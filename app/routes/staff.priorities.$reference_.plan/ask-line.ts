import { isObject } from "#app/domain/is-object.ts";
import type { ShownField } from "#app/domain/plan/editing.ts";
import { planFieldNames, type PlanFieldName } from "#app/domain/plan/fields.ts";
import type { FieldProblem, SentField } from "#app/domain/plan/save.ts";
import { paths } from "#app/paths.ts";

interface Answer {
  fields: readonly ShownField[];
  problems: readonly FieldProblem[];
  /** On the clock, when the server answered. */
  at: string;
}

export type Heard =
  ({ line: "open" } & Answer) | { line: "no-connection" | "no-answer" | "signed-out" | "not-yours" };

/** A line that is dead says nothing at all: so long is waited for it. */
const mostWaitMs = 20_000;

/** Sends what was written in some fields; how they stand afterwards. */
export function sendFields(
  reference: string,
  sent: readonly SentField[],
  isLeaving: boolean,
): Promise<Heard> {
  const body = new URLSearchParams();
  for (const { name, value, version } of sent) {
    body.set(`fields.${name}.value`, value);
    body.set(`fields.${name}.version`, String(version));
  }
  // A browser lets what is sent outlive its page, where it is not much.
  return ask(paths.staff.planFields(reference), { method: "POST", body, keepalive: isLeaving });
}

/** Asks how the fields stand, unless all is as it is known. */
export const askFields = (reference: string, known: number): Promise<Heard> =>
  ask(paths.staff.planFields(reference, known), {});

async function ask(address: string, init: RequestInit): Promise<Heard> {
  try {
    const response = await fetch(address, {
      ...init,
      redirect: "manual",
      signal: AbortSignal.timeout(mostWaitMs),
    });
    if (response.type === "opaqueredirect") return { line: "signed-out" };
    if (response.status === 403 || response.status === 404) return { line: "not-yours" };
    if (!response.ok) return { line: "no-answer" };
    const answer = readAnswer(await response.json());
    return answer === null ? { line: "no-answer" } : { line: "open", ...answer };
  } catch {
    return { line: "no-connection" };
  }
}

const isName = (value: unknown): value is PlanFieldName => planFieldNames.some((name) => name === value);

const isShown = (value: unknown): value is ShownField =>
  isObject(value) &&
  "name" in value &&
  isName(value.name) &&
  "value" in value &&
  typeof value.value === "string" &&
  "version" in value &&
  typeof value.version === "number" &&
  "changed" in value &&
  (value.changed === null || typeof value.changed === "string");

const isProblem = (value: unknown): value is FieldProblem =>
  isObject(value) &&
  "name" in value &&
  isName(value.name) &&
  "message" in value &&
  typeof value.message === "string";

/** Reads the answer of the server; null where it makes no sense. */
function readAnswer(answer: unknown): Answer | null {
  if (!isObject(answer) || !("fields" in answer && "problems" in answer && "at" in answer)) return null;
  const { fields, problems, at } = answer;
  return Array.isArray(fields) && Array.isArray(problems) && typeof at === "string"
    ? { fields: fields.filter(isShown), problems: problems.filter(isProblem), at }
    : null;
}
