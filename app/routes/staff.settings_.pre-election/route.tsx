import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { requiredDay } from "#app/components/staff/day-schema.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import { heldBackActs, heldBackWords } from "#app/domain/cycle/pre-election.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { beginPreElection, endPreElection } from "#app/services/cycle/pre-election.server.ts";
import { listPeriods } from "#db/queries/pre-election.ts";
import { PeriodForm, usePeriodForm } from "./period-form.tsx";
import { PeriodTable } from "./period-table.tsx";

const reasonWords = "Enter which election it is, as residents will read it";
const schema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("begin"),
    startsOn: requiredDay("Enter the first day", "The first day must be a real date, like 27 3 2027"),
    endsOn: requiredDay("Enter the last day", "The last day must be a real date, like 27 3 2027"),
    reason: z
      .string({ error: reasonWords })
      .trim()
      .min(1, reasonWords)
      .max(200, "Shorten the election’s name to 200 characters or fewer"),
    pausesCycles: z
      .enum(["yes", "no"], { error: "Select whether votes and panels wait" })
      .transform((answer) => answer === "yes"),
  }),
  z.object({ intent: z.literal("end"), period: z.uuid() }),
]);

const doneWords = new Map([
  ["begin", "The period is set."],
  ["end", "The period has ended. Votes and panels that waited open tomorrow at the soonest."],
]);

const title = "Before an election";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title, description: "What waits before an election.", path: null });

export const headers = pageHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = await requireActor({ request, context }, "setting:change");
  const today = londonDay(context.now);
  const periods = await visit.read(listPeriods);
  return privatePage({
    frame: staffFrameOf(visit),
    done: doneWords.get(new URL(request.url).searchParams.get("done") ?? "") ?? null,
    periods: periods.map(({ id, startsOn, endsOn, reason, pausesCycles, endedAt }) => ({
      id,
      startsOn,
      endsOn,
      reason,
      pausesCycles,
      endedOn: endedAt === null ? null : londonDay(endedAt),
      canEnd: endedAt === null && endsOn >= today,
    })),
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context }, "setting:change");
  const form = await readForm(request, schema);
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const { intent } = form.value;
  const change = await (form.value.intent === "end"
    ? endPreElection(context, actor, form.value.period)
    : beginPreElection(context, actor, {
        startsOn: form.value.startsOn,
        endsOn: form.value.endsOn,
        reason: form.value.reason,
        pausesCycles: form.value.pausesCycles,
      }));
  if (change.ok) return redirect(paths.staff.preElection(intent));
  const { form: messages = [], ...fields } = errorsByField(change.errors);
  return badForm(context, form.refuse(fields), { messages });
}

export default function PreElection() {
  const { frame, done, periods } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { fields, errors } = usePeriodForm(refused?.reply);
  return (
    <StaffPage
      frame={frame}
      title={title}
      errors={
        <>
          <Breadcrumbs items={[{ to: paths.staff.settings(), words: "Settings" }]} here={title} />
          {errors}
          <FormErrors messages={refused?.messages} />
        </>
      }
    >
      <DoneMessage words={done} />
      <p>Concerns, answers and safety go on as always. What waits, everywhere in the force:</p>
      <ul className="govuk-list govuk-list--bullet">
        {heldBackActs.map((act) => (
          <li key={act}>{heldBackWords[act]}</li>
        ))}
      </ul>
      <div id={wholeFormId} tabIndex={-1}>
        <PeriodTable periods={periods} />
      </div>
      <PeriodForm fields={fields} />
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
