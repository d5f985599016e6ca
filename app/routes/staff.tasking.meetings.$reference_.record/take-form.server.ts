import type { ActionFunctionArgs } from "@remix-run/node";
import type { FieldError } from "#app/domain/account/change.ts";
import type { RecordPageForm } from "#app/components/tasking/record-schema.ts";
import type { Visit } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { paths } from "#app/paths.ts";
import { circulateMinutes } from "#app/services/tasking/circulate-minutes.server.ts";
import { finishMeeting } from "#app/services/tasking/finish-meeting.server.ts";
import { sayFeedbackLine } from "#app/services/tasking/say-feedback-line.server.ts";
import { sayNothingOfRest } from "#app/services/tasking/say-nothing-of-rest.server.ts";
import { recordFromForm } from "#app/tasking-record.server.ts";

type Taken = { ok: true; next: string } | { ok: false; errors: readonly FieldError[] };

/** Does what one of the page's forms asks for, and says where to go on. A meeting that is not theirs is not there. */
export async function takeForm(args: ActionFunctionArgs, visit: Visit, form: RecordPageForm): Promise<Taken> {
  const reference = args.params["reference"] ?? "";
  if (!isOfMeeting(form)) {
    const recorded = await recordFromForm(args, visit, form);
    return recorded.ok
      ? { ok: true, next: paths.tasking.record(reference, `written=${recorded.number}`) }
      : recorded;
  }
  const change = await changeMeeting(args, visit, reference, form);
  if (change === null) throw notFound();
  return change.ok ? { ok: true, next: paths.tasking.record(reference, `done=${form.intent}`) } : change;
}

type MeetingForm = Extract<RecordPageForm, { intent: "feedback" | "feedback-rest" | "finish" | "circulate" }>;

/** Whether a form is about the meeting itself; the others are entries of it, each under its key. */
const isOfMeeting = (form: RecordPageForm): form is MeetingForm => !("key" in form);

function changeMeeting(
  { context: { db, now, publicUrl } }: ActionFunctionArgs,
  { actor }: Visit,
  reference: string,
  form: MeetingForm,
) {
  const deps = { db, now };
  switch (form.intent) {
    case "feedback": {
      const { itemId: item, line = "", isNothing } = form;
      const { id: itemId, version } = item;
      return sayFeedbackLine(deps, actor, {
        reference,
        itemId,
        version,
        line,
        isNothing: isNothing === "yes",
      });
    }
    case "feedback-rest":
      return sayNothingOfRest(deps, actor, reference);
    case "finish":
      return finishMeeting(deps, actor, { reference, nextOn: form.nextOn });
    case "circulate":
      return circulateMinutes({ ...deps, publicUrl }, actor, reference);
  }
}
