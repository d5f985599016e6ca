import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { accountName } from "#app/domain/account/account-words.ts";
import { heldRolesInWords } from "#app/domain/account/area-words.ts";
import { errorsByField } from "#app/domain/account/change.ts";
import { can } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { viewPerson } from "#app/services/account/view-person.server.ts";
import { Absences } from "./absences.tsx";
import { doneWords } from "./done-words.ts";
import { GivenRoles } from "./given-roles.tsx";
import { PersonActions } from "./person-actions.tsx";
import { doPersonAction, personActionSchema } from "./person-action.server.ts";
import { personFacts } from "./person-facts.ts";

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    // Null where the action answered before the loader could.
    title: args.data == null ? "Person" : accountName(args.data.person.name),
    description: "What this person may do.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const visit = await requireActor({ request, context }, "person:read");
  const { actor } = visit;
  const today = londonDay(context.now);
  const found = await viewPerson(context, actor, params["id"] ?? "", today);
  if (found === null) throw notFound();
  const { roles, placed, ...view } = found;
  return privatePage({
    frame: staffFrameOf(visit),
    ...view,
    roles: heldRolesInWords(roles, placed),
    today,
    canManage: can(actor, "person:manage"),
    canReadAudit: can(actor, "audit:read"),
    isSelf: found.person.id === actor.accountId,
    done: doneWords(new URL(request.url).searchParams.get("done")),
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context }, "person:manage");
  const id = params["id"] ?? "";
  const form = await readForm(request, personActionSchema);
  if (!form.ok) throw notFound();
  const change = await doPersonAction(context, actor, id, form.value);
  if (change.ok) return redirect(paths.staff.person(id, form.value.intent));
  return badForm(context, form.refuse(errorsByField(change.errors)), {
    messages: change.errors.map(({ message }) => message),
  });
}

export default function PersonPage() {
  const { frame, person, roles, given, absences, sessions, today, canManage, canReadAudit, isSelf, done } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <StaffPage
      frame={frame}
      title={accountName(person.name)}
      errors={<FormErrors messages={refused?.messages} />}
    >
      <DoneMessage words={done} />
      <div id={wholeFormId} tabIndex={-1}>
        {canManage ? <PersonActions person={person} isSelf={isSelf} sessions={sessions} /> : null}
      </div>
      <SummaryList rows={personFacts(person, sessions)} />
      <h2 className="govuk-heading-m">Roles today</h2>
      {roles.length === 0 ? (
        <p>None.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {roles.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      <h2 className="govuk-heading-m">Given by an administrator</h2>
      <GivenRoles personId={person.id} given={given} today={today} canManage={canManage} />
      <h2 className="govuk-heading-m">Absences</h2>
      <Absences personId={person.id} absences={absences} today={today} canManage={canManage} />
      {canReadAudit ? (
        <>
          <h2 className="govuk-heading-m">In the audit record</h2>
          <ul className="govuk-list">
            <li>
              <Link className="govuk-link" to={paths.staff.auditBy(person.id)}>
                What this person did
              </Link>
            </li>
            <li>
              <Link className="govuk-link" to={paths.staff.auditAbout(person.id)}>
                What was done to this account
              </Link>
            </li>
          </ul>
        </>
      ) : null}
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
