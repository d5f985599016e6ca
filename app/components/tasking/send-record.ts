import { sendKept, type SentKept } from "#app/components/send-kept.ts";
import { paths } from "#app/paths.ts";

/** Sends one thing under its key. Sent twice, it is written once. */
export const sendRecord = (
  reference: string,
  fields: Readonly<Record<string, string>>,
): Promise<SentKept<{ number: number }>> =>
  sendKept({
    address: paths.tasking.sendRecord(reference),
    fields,
    notTheirs: "This meeting is not yours to record any more",
    answerOf: (body) =>
      "number" in body && typeof body.number === "number" ? { number: body.number } : null,
  });
