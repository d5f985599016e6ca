import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { plainField } from "#app/components/govuk/field.ts";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { accountName } from "#app/domain/account/account-words.ts";
import { errorsByField } from "#app/domain/account/change.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { linkAccount } from "#app/services/account/link-account.server.ts";
import { listPostsOfTeam } from "#db/queries/account.ts";
import { listAreas } from "#db/queries/appointment.ts";
import { findPerson } from "#db/queries/person.ts";
import { holderChoices } from "./holder-choices.ts";

const missing = "Choose who this person is, or a vacant post";
const teamId = z.uuid().nullable().catch(null);
const schema = z.object({
  holder: z
    .string({ error: missing })
    .regex(/^(person|post):[0-9a-f-]{36}$/, missing)
    .transform((value) => ({ isPost: value.startsWith("post:"), id: value.slice(value.indexOf(":") + 1) })),
});

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Link to a post", description: "Whose account this is.", path: null });

export const headers = pageHeaders;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const visit = await requireActor({ request, context }, "person:manage");
  const team = teamId.parse(new URL(request.url).searchParams.get("team"));
  const found = await visit.read(async (tx) => {
    const person = await findPerson(tx, params["id"] ?? "");
    if (person?.kind !== "staff") return null;
    const teams = (await listAreas(tx)).filter(({ kind }) => kind === "team");
    return {
      person: { id: person.id, name: person.name },
      team: teams.find(({ id }) => id === team) ?? null,
      teams: teams.map(({ id, name }) => ({ value: id ?? "", words: name })),
      choices: team === null ? [] : holderChoices(await listPostsOfTeam(tx, team, londonDay(context.now))),
    };
  });
  if (found === null) throw notFound();
  return privatePage({ frame: staffFrameOf(visit), ...found });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context }, "person:manage");
  const accountId = params["id"] ?? "";
  const form = await readForm(request, schema);
  if (!form.ok) return badForm(context, form.reply, {});
  const { isPost, id } = form.value.holder;
  const to = isPost ? { kind: "post" as const, postId: id } : { kind: "person" as const, personId: id };
  const change = await linkAccount(context, actor, { accountId, to });
  return change.ok
    ? redirect(paths.staff.person(accountId, "link"))
    : badForm(context, form.refuse(errorsByField(change.errors)), {});
}

export default function LinkToPost() {
  const { frame, person, team, teams, choices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<{ holder: string }>({ id: "link", lastResult: refused?.reply });
  return (
    <StaffPage
      frame={frame}
      title={`Link ${accountName(person.name)} to a post`}
      errors={<ErrorSummary fields={[fields.holder]} />}
    >
      <Form className="sn-staff__filters" method="get" action={paths.staff.personPost(person.id)}>
        <Select
          field={plainField("team", team?.id ?? "")}
          label="Team"
          nothing="Choose a team"
          groups={[{ label: "", items: teams }]}
        />
        <Button look={team === null ? "primary" : "secondary"}>Show its posts</Button>
      </Form>
      {team === null ? null : choices.length === 0 ? (
        <p>This team has no posts in the teams loaded now.</p>
      ) : (
        <form method="post" action={paths.staff.personPost(person.id, team.id ?? "")} noValidate>
          <Radios
            field={fields.holder}
            legend={`Who is ${accountName(person.name)}?`}
            hint="Their roles come with the post they hold, and end with it. A vacant post is given from today."
            items={choices}
          />
          <Button>Link</Button>
        </form>
      )}
      <p>
        <Link className="govuk-link" to={paths.staff.person(person.id)}>
          Back to {accountName(person.name)}
        </Link>
      </p>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
