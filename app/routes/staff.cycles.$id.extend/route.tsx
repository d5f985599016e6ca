import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "#app/components/govuk/button.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { CyclePage } from "#app/components/staff/cycle-page.tsx";
import { wholeFormId } from "#app/components/staff/form-errors.tsx";
import { readCyclePage } from "#app/cycle-page.server.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { timetableOfDates } from "#app/domain/cycle/dates.ts";
import { pausesOf } from "#app/domain/cycle/pre-election.ts";
import { stageWords, timedStages } from "#app/domain/cycle/stages.ts";
import { endableStages } from "#app/domain/cycle/transition.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { idParam } from "#app/id-param.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { endCycle } from "#app/services/cycle/end-cycle.server.ts";
import { extendCycle } from "#app/services/cycle/extend-cycle.server.ts";
import { readPeriods } from "#db/queries/pre-election.ts";

const reasonWords = "Enter the reason, as residents will read it";
const reason = z
  .string({ error: reasonWords })
  .trim()
  .min(1, reasonWords)
  .max(300, "Shorten the reason to 300 characters or fewer");
const version = z.coerce.number().int();
const wholeDays = "Enter a whole number of days";
const schema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("extend"),
    version,
    stage: z.enum(timedStages, "Choose a stage"),
    extraDays: z
      .string({ error: wholeDays })
      .trim()
      .regex(/^\d{1,3}$/, wholeDays)
      .transform(Number),
    reason,
  }),
  z.object({ intent: z.literal("end"), version, endReason: reason }),
]);

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Give a stage more days", description: "Extends a cycle.", path: null });

export const headers = pageHeaders;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const visit = await requireActor({ request, context }, "cycle:manage");
  const today = londonDay(context.now);
  const page = await readCyclePage(visit, "cycle:manage", params["id"], async (tx, cycle) => {
    if (cycle.stage === "closed") return null;
    const timetable = timetableOfDates(cycle, pausesOf(await readPeriods(tx)));
    return {
      version: cycle.version,
      canEnd: endableStages.includes(cycle.stage),
      stages: timedStages
        .filter((stage) => timetable[stage].lastDay >= today)
        .map((stage) => ({ value: stage, lastDay: timetable[stage].lastDay })),
    };
  });
  return privatePage(page);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context }, "cycle:manage");
  // What is not there to be read takes no form either.
  await loader({ request, params, context });
  const cycleId = idParam(params["id"]);
  const form = await readForm(request, schema);
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const { intent, version, ...asked } = form.value;
  const change =
    "endReason" in asked
      ? await endCycle(context, actor, { cycleId, version, reason: asked.endReason })
      : await extendCycle(context, actor, { cycleId, version, ...asked });
  if (change.ok) return redirect(paths.staff.cycle(cycleId, intent));
  // Both services speak of the reason; the page has one in each form.
  const isEnding = intent === "end";
  const errors = change.errors.map((error) =>
    isEnding && error.field === "reason" ? { ...error, field: "endReason" } : error,
  );
  return refusedForm(context, form, errors);
}

interface Fields extends Record<string, unknown> {
  stage: string;
  extraDays: string;
  reason: string;
  endReason: string;
}

export default function ExtendCycle() {
  const { frame, cycle, version: shown, canEnd, stages } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<Fields>({ id: "extend", lastResult: refused?.reply });
  const { stage, extraDays, reason: why, endReason } = fields;
  return (
    <CyclePage
      frame={frame}
      cycle={cycle}
      title="Give a stage more days"
      fields={[stage, extraDays, why, endReason]}
      messages={refused?.messages}
    >
      <form id={wholeFormId} method="post" action={paths.staff.extendCycle(cycle.id)} noValidate>
        <input type="hidden" name="intent" value="extend" />
        <input type="hidden" name="version" value={shown} />
        <Select
          field={stage}
          label="Stage"
          hint="All later stages move with it"
          nothing="Choose a stage"
          groups={[
            {
              label: "",
              items: stages.map(({ value, lastDay }) => ({
                value,
                words: `${stageWords[value].name}, until ${dayInWords(lastDay)}`,
              })),
            },
          ]}
        />
        <TextInput field={extraDays} label="Days to add" inputMode="numeric" width={10} autoComplete="off" />
        <Textarea
          field={why}
          label="Reason"
          hint="Residents read it. Name nobody."
          rows={3}
          maxLength={300}
        />
        <Button>Give it more days</Button>
      </form>
      {canEnd ? (
        <Details summary="End this cycle before its time">
          <p>
            For when it cannot be finished, because the neighbourhood was merged or split for example. The
            next one opens tomorrow, and what was not adopted goes on to it.
          </p>
          <form method="post" action={paths.staff.extendCycle(cycle.id)} noValidate>
            <input type="hidden" name="intent" value="end" />
            <input type="hidden" name="version" value={shown} />
            <Textarea
              field={endReason}
              label="Reason to end it"
              hint="Residents read it. Name nobody."
              rows={3}
            />
            <Button look="secondary">End this cycle</Button>
          </form>
        </Details>
      ) : (
        <p>Residents have begun to vote: this cycle ends when the panel has decided.</p>
      )}
    </CyclePage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
