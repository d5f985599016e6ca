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
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import { settingGroups } from "#app/domain/settings/groups.ts";
import { isSettingName, settingDefinitions } from "#app/domain/settings/settings.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { changeSetting } from "#app/services/settings/change-setting.server.ts";
import { listSettingChanges, readSettings } from "#db/queries/setting.ts";
import { SettingTable, settingFieldId } from "./setting-table.tsx";

const wholeNumber = "Enter a whole number";
const schema = z.object({
  name: z.string().refine(isSettingName),
  shown: z.coerce.number().int(),
  value: z
    .string({ error: wholeNumber })
    .trim()
    .regex(/^\d{1,6}$/, wholeNumber)
    .transform(Number),
});

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Settings", description: "The figures of this force.", path: null });

export const headers = pageHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = await requireActor({ request, context }, "setting:change");
  const { settings, changes } = await visit.read(async (tx) => ({
    settings: await readSettings(tx),
    changes: await listSettingChanges(tx),
  }));
  const done = new URL(request.url).searchParams.get("done") ?? "";
  return privatePage({
    frame: staffFrameOf(visit),
    done: isSettingName(done)
      ? `${settingDefinitions[done].words}: now ${settings[done]} ${settingDefinitions[done].unit}.`
      : null,
    groups: settingGroups.map(({ heading, names }) => ({
      heading,
      settings: names.map((name) => {
        const change = changes.find(({ key }) => key === name);
        return {
          name,
          value: settings[name],
          changed: change === undefined ? null : { at: change.changedAt, by: change.changedBy },
        };
      }),
    })),
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context }, "setting:change");
  const form = await readForm(request, schema);
  if (!form.ok) return badForm(context, form.reply, {});
  const change = await changeSetting(context, actor, form.value);
  return change.ok
    ? redirect(`${paths.staff.settings()}?done=${form.value.name}`)
    : badForm(context, form.refuse(errorsByField(change.errors)), {});
}

export default function SettingsPage() {
  const { frame, groups, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const sent = refused?.reply.initialValue?.["name"];
  const name = typeof sent === "string" ? sent : "";
  const wrong = {
    ...plainField(settingFieldId(name)),
    errors: refused?.reply.error?.["value"] ?? undefined,
  };
  return (
    <StaffPage frame={frame} title="Settings" errors={<ErrorSummary fields={[wrong]} />}>
      <DoneMessage words={done} />
      <p>
        Each figure counts for what begins afterwards. A cycle that is under way keeps its dates. Changes
        stand in the audit record.
      </p>
      <p>
        <Link className="govuk-link" to={paths.staff.preElection()}>
          What waits before an election
        </Link>
      </p>
      {groups.map(({ heading, settings }) => (
        <SettingTable
          key={heading}
          heading={heading}
          settings={settings}
          refused={refused === undefined ? null : { name, reply: refused.reply }}
        />
      ))}
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
