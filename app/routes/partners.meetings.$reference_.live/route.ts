import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/guards.server.ts";
import { answerLive } from "#app/live-answer.server.ts";

/** What is recorded in a meeting, as it is written down, for partners' screens. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "tasking:read-own-meetings");
  return answerLive(args, visit, "tasking:read-own-meetings");
}
