import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors } from "#app/components/staff/form-errors.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import {
  changeAuthority,
  changeResponseTeam,
} from "#app/services/abstraction/change-abstraction-settings.server.ts";
import { definitionAt } from "#db/queries/abstraction-definition.ts";
import { listAuthorities, listResponseTeams } from "#db/queries/abstraction-request.ts";
import { AuthorityTable } from "./authority-table.tsx";
import { settingsSchema } from "./settings-schema.ts";
import { TeamForm, useTeamForm } from "./team-form.tsx";

const title = "Abstractions";
const doneWords = new Map([
  ["authority", "Saved. It counts for what is asked from now on."],
  ["team", "The response team is saved."],
]);

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title, description: "Who authorises what, and the response teams.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "setting:change");
  const asked = new URL(args.request.url).searchParams;
  return privatePage(
    await visit.read(async (tx) => {
      const { codes } = await definitionAt(tx, londonDay(args.context.now));
      const teams = await listResponseTeams(tx);
      return {
        frame: staffFrameOf(visit),
        done: doneWords.get(asked.get("done") ?? "") ?? null,
        lines: (await listAuthorities(tx)).map((line) => ({
          ...line,
          words: codes.find(({ code }) => code === line.code)?.words ?? "",
        })),
        teams,
        chosen: teams.find(({ id }) => id === asked.get("team")) ?? null,
      };
    }),
  );
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "setting:change");
  const { request, context } = args;
  const form = await readForm(request, settingsSchema);
  if (!form.ok) return badForm(context, form.reply, { messages: [] });
  const wanted = form.value;
  const change =
    wanted.intent === "authority"
      ? await changeAuthority(context, actor, {
          code: wanted.code,
          overMinutes: wanted.overMinutes,
          authority: wanted.authority,
          told: wanted.told ?? null,
        })
      : await changeResponseTeam(context, actor, {
          id: wanted.id ?? null,
          code: wanted.code,
          name: wanted.name,
          minimum: wanted.minimum,
          isClosed: wanted.isClosed === "yes",
        });
  if (change === null) throw notFound();
  if (!change.ok) return refusedForm(context, form, change.errors);
  return redirect(paths.abstractions.settings(wanted.intent));
}

export default function AbstractionSettings() {
  const { frame, done, lines, teams, chosen } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { fields, errors } = useTeamForm(chosen, refused?.reply);
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
        Whoever stands above an authority may decide as well; whoever asks never decides. A code that is not
        in the table is the section inspector’s. What was never authorised counts all the same.
      </p>
      <AuthorityTable lines={lines} />
      <h2 className="govuk-heading-m">Response teams</h2>
      {teams.length === 0 ? (
        <p>There is none yet. Response cover (R1) can be logged when there is one.</p>
      ) : (
        <DataTable
          caption="Response teams"
          isCaptionHidden
          columns={["Name", "Code", "Minimum", "Change"]}
          rows={teams.map(({ id, name, code, minimum, isClosed }) => ({
            key: id,
            cells: [
              isClosed ? `${name} (closed)` : name,
              code,
              minimum,
              <Link key="change" className="govuk-link" to={`?team=${id}#team`}>
                Change<span className="govuk-visually-hidden"> {name}</span>
              </Link>,
            ],
          }))}
        />
      )}
      <h2 className="govuk-heading-m" id="team">
        {chosen === null ? "Add a response team" : `Change ${chosen.name}`}
      </h2>
      <TeamForm key={chosen?.id ?? "new"} id={chosen?.id ?? null} fields={fields} />
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
