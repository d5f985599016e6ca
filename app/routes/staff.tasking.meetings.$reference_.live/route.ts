import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerLive } from "#app/live-answer.server.ts";
import { requireTasking } from "#app/tasking-guard.server.ts";

/** What is recorded in a meeting, as it is written down, for the screens of police and chairs. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireTasking(args);
  return answerLive(args, visit);
}
