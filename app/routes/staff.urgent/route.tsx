import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { plainField } from "#app/components/govuk/field.ts";
import { WarningText } from "#app/components/govuk/warning-text.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { wholeFormId } from "#app/components/staff/form-errors.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import { scopeOf } from "#app/domain/actor.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { acknowledgeHandOff } from "#app/services/concern/acknowledge-hand-off.server.ts";
import { acknowledgeMessage } from "#app/services/thread/acknowledge-message.server.ts";
import { HandOff, handOffFormId } from "./hand-off.tsx";
import { readUrgent } from "./read-urgent.server.ts";

const schema = z.object({
  kind: z.enum(["concern", "message"]),
  id: z.uuid(),
  forceReference: z.string({ error: "Enter the other system’s reference" }).max(40),
});

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Urgent", description: "What waits for the contact centre.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "urgent:answer");
  const { finder, now } = args.context;
  const scope = scopeOf(visit.actor, "urgent:answer");
  // The guard has seen that there is one.
  if (scope === null) throw notFound();
  const nameOf = new Map(finder.neighbourhoods.map(({ id, name }) => [id, name]));
  const urgent = await visit.read((tx) => readUrgent(tx, scope, nameOf));
  return privatePage({
    frame: staffFrameOf(visit),
    now,
    ...urgent,
    isDone: new URL(args.request.url).searchParams.get("done") === "acknowledge",
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "urgent:answer");
  const { db, now } = args.context;
  const form = await readForm(args.request, schema);
  if (!form.ok) return badForm(args.context, form.reply, {});
  const { kind, id, forceReference } = form.value;
  const change =
    kind === "concern"
      ? await acknowledgeHandOff({ db, now }, actor, { concernId: id, forceReference })
      : await acknowledgeMessage({ db, now }, actor, { handOffId: id, forceReference });
  return change.ok
    ? redirect(paths.staff.urgent("acknowledge"))
    : badForm(args.context, form.refuse(errorsByField(change.errors)), {});
}

export default function Urgent() {
  const { frame, now, handOffs, held, alarmMinutes, isMailed, isDone } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply;
  const sent = handOffs.find(({ id }) => id === reply?.initialValue?.["id"]);
  const errors = Object.entries(reply?.error ?? {}).map(([name, messages]) => ({
    ...plainField(sent === undefined ? wholeFormId : `${handOffFormId(sent.id)}-${name}`),
    errors: messages ?? undefined,
  }));
  return (
    <StaffPage frame={frame} title="Urgent" errors={<ErrorSummary fields={errors} />}>
      <DoneMessage
        words={
          isDone
            ? "Acknowledged. The words are erased a week from now, unless the team still has to deal with them."
            : null
        }
      />
      <p>
        What residents told us that may be an emergency, a crime or about somebody’s safety. Put it into the
        system that deals with it, then give its reference here. The alarm is raised after {alarmMinutes}{" "}
        minutes without that, and at once for a threat to life.
      </p>
      {isMailed ? (
        <p>An alarm is mailed to the contact centre’s address too.</p>
      ) : (
        <WarningText>
          Nobody is mailed when an alarm is raised: no address of the contact centre is set. An administrator
          sets it under Settings. Until then, look here often.
        </WarningText>
      )}
      <div id={wholeFormId} tabIndex={-1}>
        {handOffs.length === 0 ? <p>Nothing waits for you.</p> : null}
        <ul className="govuk-list">
          {handOffs.map((handOff) => (
            <HandOff key={handOff.id} handOff={handOff} now={now} reply={reply} />
          ))}
        </ul>
      </div>
      {held.length === 0 ? null : (
        <section>
          <h2 className="govuk-heading-m">Flagged, and not handed over</h2>
          <ul className="govuk-list">
            {held.map(({ id, reference, neighbourhood, found }) => (
              <li key={id}>
                <Link className="govuk-link" to={paths.staff.concern(id)}>
                  {reference}
                </Link>{" "}
                {neighbourhood}
                {found.length === 0 ? "" : `: ${found.join(", ")}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
