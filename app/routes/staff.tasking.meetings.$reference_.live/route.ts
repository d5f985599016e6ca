import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerLive } from "#app/live-answer.server.ts";
import { requireMeeting } from "#app/tasking-record.server.ts";

/** What is recorded in a meeting, as it is written down, for the screens of police and chairs. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireMeeting(args);
  return answerLive(args, visit);
}
