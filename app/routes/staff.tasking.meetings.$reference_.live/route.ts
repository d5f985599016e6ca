import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/guards.server.ts";
import { answerLive } from "#app/live-answer.server.ts";

/** What is recorded in a meeting, as it is written down, for the screens of police and chairs. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "tasking:read");
  return answerLive(args, visit, "tasking:read");
}
