import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { abstractionFrameOf } from "#app/components/abstraction/abstraction-frame.ts";
import { AbstractionPage } from "#app/components/abstraction/abstraction-page.tsx";
import { DutyFields, type DutyField } from "#app/components/abstraction/duty-fields.tsx";
import { dutyOfForm, dutyTimesShape } from "#app/components/abstraction/duty-schema.ts";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { plainField } from "#app/components/govuk/field.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { wholeFormId } from "#app/components/staff/form-errors.tsx";
import { isLate } from "#app/domain/abstraction/lateness.ts";
import { clockOf } from "#app/domain/roster/clock.ts";
import { dutyInWords } from "#app/domain/roster/duty-words.ts";
import { endDayOf, type DutyTimes } from "#app/domain/roster/pattern.ts";
import { daysOfWeek, mondayOf } from "#app/domain/roster/week.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { changeDuty } from "#app/services/duty/change-duty.server.ts";
import { findWrittenDuty, readDuty } from "#app/services/duty/read-duty.server.ts";
import { removeDuty } from "#app/services/duty/remove-duty.server.ts";

const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("change"), ...dutyTimesShape }),
  z.object({ intent: z.literal("remove"), lateReason: dutyTimesShape.lateReason }),
]);

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "A duty", description: "Change or remove a duty.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "duty:write");
  const { now } = args.context;
  const found = await readDuty(args.context, visit.actor, args.params["id"] ?? "");
  if (found === null) throw notFound();
  const { duty, post } = found;
  return privatePage({
    frame: abstractionFrameOf(visit),
    duty,
    post: { reference: post.reference, teamId: post.teamId },
    monday: mondayOf(londonDay(duty.startsAt)),
    isLate: isLate(duty.startsAt, now),
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor, read } = await requireActor(args, "duty:write");
  const { context } = args;
  const who = { actor, now: context.now };
  const found = await read((tx) => findWrittenDuty(tx, who, args.params["id"] ?? ""));
  // What is not there to be read takes no form either.
  if (found === null) throw notFound();
  const form = await readForm(args.request, schema);
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const { id, startsAt } = found.duty;
  const { lateReason } = form.value;
  const week = { team: found.post.teamId, week: mondayOf(londonDay(startsAt)) };
  if (form.value.intent === "remove") {
    const removed = await removeDuty(context, actor, { id, lateReason });
    if (!removed.ok) return refusedForm(context, form, removed.errors);
    return redirect(paths.abstractions.duties(new URLSearchParams({ ...week, done: "removed" }).toString()));
  }
  const duty = dutyOfForm(form.value);
  if ("errors" in duty) return badForm(context, form.refuse(duty.errors), { messages: [] });
  const changed = await changeDuty(context, actor, { id, ...duty, lateReason });
  if (!changed.ok) return refusedForm(context, form, changed.errors);
  return redirect(paths.abstractions.duties(new URLSearchParams({ ...week, done: "changed" }).toString()));
}

const minutesInLondon = (at: Date): number => {
  const [hours = "0", minutes = "0"] = at
    .toLocaleTimeString("en-GB", { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit" })
    .split(":");
  return Number(hours) * 60 + Number(minutes);
};

/** A duty as its form has it. */
function typedOf({ startsAt, endsAt }: DutyTimes) {
  const [day, from, to] = [londonDay(startsAt), minutesInLondon(startsAt), minutesInLondon(endsAt)];
  const isDayMore = londonDay(endsAt) > endDayOf(day, { from, to });
  return { day, from: clockOf(from), to: clockOf(to), ...(isDayMore ? { dayMore: "yes" } : {}) };
}

type Typed = Record<DutyField, string>;

export default function OneDuty() {
  const { frame, duty, post, monday, isLate } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<Typed>({
    id: "duty",
    lastResult: refused?.reply,
    defaultValue: typedOf(duty),
  });
  const { day, from, to, side, endSide, lateReason } = fields;
  const whole = { ...plainField(wholeFormId), errors: refused?.messages };
  const week = new URLSearchParams({ team: post.teamId, week: monday });
  return (
    <AbstractionPage
      frame={frame}
      title={`${post.reference}: ${dutyInWords(duty)}`}
      errors={refused && <ErrorSummary fields={[whole, day, from, to, side, endSide, lateReason]} />}
    >
      {duty.confirmedAt === null ? null : (
        <p>This duty is confirmed. At other times it is to be confirmed again.</p>
      )}
      {duty.source === "roster" ? (
        <p>
          It came with a roster. Once it is changed here, it is the force’s own: the next roster leaves it as
          it is. A duty that is removed here comes again with the next roster that has it.
        </p>
      ) : null}
      <form method="post" noValidate id={wholeFormId}>
        <DutyFields fields={fields} days={daysOfWeek(monday)} isLate={isLate} />
        <div className="govuk-button-group">
          <Button name="intent" value="change">
            Change the duty
          </Button>
          <Button name="intent" value="remove" look="secondary">
            Remove it
          </Button>
        </div>
      </form>
      <p>
        <Link className="govuk-link" to={paths.abstractions.duties(week.toString())}>
          Back to the week
        </Link>
      </p>
    </AbstractionPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
