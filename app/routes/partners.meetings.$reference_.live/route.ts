import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerLive } from "#app/live-answer.server.ts";
import { requireSeat } from "#app/tasking-guard.server.ts";

/** What is recorded in a meeting, as it is written down, for partners' screens. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireSeat(args);
  return answerLive(args, visit);
}
