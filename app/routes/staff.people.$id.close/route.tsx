import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "#app/components/govuk/button.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { accountName } from "#app/domain/account/account-words.ts";
import { errorsByField } from "#app/domain/account/change.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { closeAccount } from "#app/services/account/close-account.server.ts";
import { findPerson } from "#db/queries/person.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Close an account", description: "Ends somebody's way in.", path: null });

export const headers = pageHeaders;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const visit = await requireActor({ request, context }, "person:manage");
  const person = await visit.read((tx) => findPerson(tx, params["id"] ?? ""));
  if (person === null || person.status === "closed") throw notFound();
  return privatePage({ frame: staffFrameOf(visit), person: { id: person.id, name: person.name } });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context }, "person:manage");
  const accountId = params["id"] ?? "";
  const form = await readForm(request, z.object({}));
  if (!form.ok) throw notFound();
  const change = await closeAccount(context, actor, { accountId });
  if (change.ok) return redirect(paths.staff.person(accountId, "close"));
  return badForm(context, form.refuse(errorsByField(change.errors)), {
    messages: change.errors.map(({ message }) => message),
  });
}

export default function CloseAccount() {
  const { frame, person } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <StaffPage
      frame={frame}
      title={`Close the account of ${accountName(person.name)}`}
      errors={<FormErrors messages={refused?.messages} />}
    >
      <div id={wholeFormId} tabIndex={-1}>
        <p>
          They are signed out everywhere at once and cannot sign in again. Their roles count for nothing, and
          they stand in for nobody. After 30 days their name and address are erased; until then an
          administrator can open the account again.
        </p>
        <form
          className="sn-staff__actions"
          method="post"
          action={paths.staff.personClose(person.id)}
          noValidate
        >
          <Button>Close the account</Button>
          <Link className="govuk-link" to={paths.staff.person(person.id)}>
            Keep it
          </Link>
        </form>
      </div>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
