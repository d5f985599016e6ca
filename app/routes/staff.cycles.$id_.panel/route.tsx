import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { plainField } from "#app/components/govuk/field.ts";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { dateFieldError } from "#app/components/staff/date-field.tsx";
import { wholeFormId } from "#app/components/staff/form-errors.tsx";
import { MeetingPlanFieldset } from "#app/components/staff/meeting-plan-fields.tsx";
import { meetingPlanSchema, type MeetingPlanFields } from "#app/components/staff/meeting-plan-schema.ts";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import { can } from "#app/domain/actor.ts";
import { partsOfDay } from "#app/domain/account/day-parts.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { idParam } from "#app/id-param.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { convenePanel } from "#app/services/panel/convene-panel.server.ts";
import { panelToday } from "#app/services/panel/seats.server.ts";
import { meetingsOfCycle } from "#db/queries/panel.ts";
import { findPanelCycle } from "#db/queries/panel-cycle.ts";
import { readSettings } from "#db/queries/setting.ts";
import { placementOf } from "#db/queries/structure.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Call the panel", description: "Call a neighbourhood’s panel.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "panel:convene");
  const today = londonDay(args.context.now);
  const id = idParam(args.params["id"]);
  const found = await visit.read(async (tx) => {
    const cycle = await findPanelCycle(tx, id);
    if (cycle === null || !can(visit.actor, "panel:convene", cycle)) return null;
    const { id: cycleId, neighbourhoodId } = cycle;
    const settings = await readSettings(tx);
    const meetingsWithoutQuorum = (await meetingsOfCycle(tx, cycleId)).withoutQuorum;
    return {
      cycle: { id: cycleId, number: cycle.number },
      place: (await placementOf(tx, neighbourhoodId))?.name ?? "",
      seated: await panelToday(tx, { neighbourhoodId, cycleId, meetingsWithoutQuorum }, today, settings),
      mostDays: settings.writtenVoteDays,
    };
  });
  if (found === null) throw notFound();
  return privatePage({ frame: staffFrameOf(visit), ...found, today });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "panel:convene");
  // What is not there to be read takes no form either.
  await loader(args);
  const { request, context, params } = args;
  const form = await readForm(request, meetingPlanSchema);
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const opened = await convenePanel(context, actor, { ...form.value, cycleId: idParam(params["id"]) });
  if (opened === null) throw notFound();
  if (opened.ok) return redirect(paths.staff.panel(opened.id));
  const { form: messages = [], ...errors } = errorsByField(opened.errors);
  return badForm(context, form.refuse(errors), { messages });
}

export default function CallPanel() {
  const { frame, cycle, place, seated, mostDays, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<MeetingPlanFields>({
    id: "call-panel",
    lastResult: refused?.reply,
    defaultValue: { heldOn: partsOfDay(today), writtenVoteDays: String(mostDays) },
  });
  const whole = { ...plainField(wholeFormId), errors: refused?.messages };
  return (
    <StaffPage
      frame={frame}
      title={`Call the panel of ${place}, cycle ${cycle.number}`}
      errors={
        <ErrorSummary
          fields={[whole, fields.format, dateFieldError(fields.heldOn), fields.writtenVoteDays]}
        />
      }
    >
      <InsetText>{seated.ok ? <Seated panel={seated.panel} /> : <p>{seated.problem}.</p>}</InsetText>
      <form id={wholeFormId} method="post" action={paths.staff.newPanel(cycle.id)} noValidate tabIndex={-1}>
        <MeetingPlanFieldset
          format={fields.format}
          heldOn={fields.heldOn}
          writtenVoteDays={fields.writtenVoteDays}
          mostDays={mostDays}
        />
        <Button>Call the panel</Button>
      </form>
    </StaffPage>
  );
}

interface SeatedProps {
  panel: { isInterim: boolean; membersTotal: number; standInIds: readonly string[]; quorum: number };
}

function Seated({ panel: { isInterim, membersTotal, standInIds, quorum } }: SeatedProps) {
  if (isInterim)
    return (
      <p>
        This neighbourhood has no panel yet. Its {membersTotal} key individuals vote instead, and the
        inspector accepts: {quorum} of them must vote. Residents are told that it is an interim panel.
      </p>
    );
  return (
    <p>
      {membersTotal} community members sit on this panel, and {quorum} must take part.
      {standInIds.length === 0
        ? null
        : ` After meetings without a quorum, ${standInIds.length} key individuals are invited to stand in.`}
    </p>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
