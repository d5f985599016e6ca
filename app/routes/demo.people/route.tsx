import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { pageMeta } from "#app/components/site/page-meta.ts";
import type { AccountKind } from "#app/domain/account/account.ts";
import { platform } from "#app/domain/actor.ts";
import { readForm } from "#app/forms.server.ts";
import { requireDemonstration } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { becomePerson } from "#app/services/demonstration/become-person.server.ts";
import { keepSession } from "#app/session-cookie.server.ts";
import { findDemonstrationPerson, listDemonstrationPeople } from "#db/queries/demonstration.ts";
import { withActor } from "#db/with-actor.ts";
import { groupPeople } from "./group-people.ts";
import { RoleGroup } from "./role-group.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Try it as somebody",
    description: "Choose a fictional person and see the service as they do.",
    path: paths.demo.people(),
  });

export const headers = pageHeaders;

export async function loader({ context }: LoaderFunctionArgs) {
  requireDemonstration({ context });
  // Nobody is signed in yet: the demonstration's people are shown to whoever looks at it.
  const people = await withActor(context.db, platform(context.requestId), listDemonstrationPeople);
  return privatePage({ groups: groupPeople(people) });
}

const homes: Record<AccountKind, string> = {
  resident: paths.account.home(),
  staff: paths.staff.home(),
  member: paths.partners.home(),
};

export async function action({ request, context }: ActionFunctionArgs) {
  requireDemonstration({ context });
  const { db, now, device, publicUrl, requestId } = context;
  const form = await readForm(request, z.object({ person: z.uuid() }));
  if (!form.ok) throw notFound();
  const { actor } = await context.who();
  const accountId = form.value.person;
  const person = await withActor(db, platform(requestId), (tx) => findDemonstrationPerson(tx, accountId));
  const reference = await becomePerson({ db, now }, actor, { accountId, device });
  if (person === null || reference === null) throw notFound();
  return redirect(homes[person.kind], { headers: { "Set-Cookie": await keepSession(reference, publicUrl) } });
}

export default function DemonstrationPeople() {
  const { groups } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page">
      <h1 className="govuk-heading-xl">Try it as somebody</h1>
      <p className="govuk-body-l">
        Choose a person to see the service as they do. They are all invented, and what you do is for everybody
        who looks at this demonstration.
      </p>
      {groups.map((group) => (
        <RoleGroup key={group.heading} group={group} />
      ))}
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
