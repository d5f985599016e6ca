import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { momentInWords } from "#app/components/moment-in-words.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors } from "#app/components/staff/form-errors.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { accountName } from "#app/domain/account/account-words.ts";
import { escalationKey } from "#app/domain/settings/escalation.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { changeEscalation } from "#app/services/settings/change-escalation.server.ts";
import { readEscalation } from "#db/queries/escalation-setting.ts";
import { listSettingChanges } from "#db/queries/setting.ts";
import { EscalationForm, useEscalationForm } from "./escalation-form.tsx";
import { escalationSchema } from "./escalation-schema.ts";

const title = "Late actions";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title, description: "Who is told when an action of joint tasking is late.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "setting:change");
  const isDone = new URL(args.request.url).searchParams.get("done") === "escalation";
  return privatePage(
    await visit.read(async (tx) => {
      const change = (await listSettingChanges(tx)).find(({ key }) => key === escalationKey);
      return {
        frame: staffFrameOf(visit),
        done: isDone ? "Saved. It counts from now on, for the actions that are late already too." : null,
        days: await readEscalation(tx),
        changed: change === undefined ? null : { at: change.changedAt, by: change.changedBy },
      };
    }),
  );
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "setting:change");
  const { request, context } = args;
  const form = await readForm(request, escalationSchema);
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const { shown, ...days } = form.value;
  const change = await changeEscalation(context, actor, { days, shown });
  return change.ok
    ? redirect(paths.tasking.settings("escalation"))
    : refusedForm(context, form, change.errors);
}

export default function EscalationSettings() {
  const { frame, done, days, changed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { fields, errors } = useEscalationForm(days, refused?.reply);
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
      <p>
        When an action of joint tasking is not done on its day, these people are told, each once. Enter 0 to
        leave one out. An action that is moved to another day begins anew.
      </p>
      <EscalationForm fields={fields} days={days} />
      {changed === null ? null : (
        <p>
          Changed {momentInWords(changed.at)}, by {accountName(changed.by)}.
        </p>
      )}
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
