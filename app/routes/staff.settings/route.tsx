import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { plainField } from "#app/components/govuk/field.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import { contactCentreKey } from "#app/domain/settings/contact-centre.ts";
import { settingGroups } from "#app/domain/settings/groups.ts";
import { isSettingName, settingDefinitions, type Settings } from "#app/domain/settings/settings.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { changeContactCentre } from "#app/services/settings/change-contact-centre.server.ts";
import { changeSetting } from "#app/services/settings/change-setting.server.ts";
import { readContactCentre } from "#db/queries/contact-centre.ts";
import { listSettingChanges, readSettings } from "#db/queries/setting.ts";
import { ContactCentreForm, useContactCentreForm } from "./contact-centre-form.tsx";
import { settingSchema } from "./setting-schema.ts";
import { SettingTable, settingFieldId } from "./setting-table.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Settings", description: "The figures of this force.", path: null });

export const headers = pageHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = await requireActor({ request, context }, "setting:change");
  const { settings, contactCentre, changes } = await visit.read(async (tx) => ({
    settings: await readSettings(tx),
    contactCentre: await readContactCentre(tx),
    changes: await listSettingChanges(tx),
  }));
  const done = new URL(request.url).searchParams.get("done") ?? "";
  const changeOf = (key: string) => {
    const change = changes.find((one) => one.key === key);
    return change === undefined ? null : { at: change.changedAt, by: change.changedBy };
  };
  return privatePage({
    frame: staffFrameOf(visit),
    done: doneWords(done, settings, contactCentre),
    contactCentre: { email: contactCentre, changed: changeOf(contactCentreKey) },
    groups: settingGroups.map(({ heading, names }) => ({
      heading,
      settings: names.map((name) => ({ name, value: settings[name], changed: changeOf(name) })),
    })),
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireActor({ request, context }, "setting:change");
  const form = await readForm(request, settingSchema);
  if (!form.ok) return badForm(context, form.reply, {});
  const { value: wanted } = form;
  const [key, change] =
    wanted.intent === "setting"
      ? [wanted.name, await changeSetting(context, actor, wanted)]
      : [contactCentreKey, await changeContactCentre(context, actor, wanted)];
  return change.ok
    ? redirect(`${paths.staff.settings()}?done=${key}`)
    : badForm(context, form.refuse(errorsByField(change.errors)), {});
}

/** What was set just now, and to what; never the address. */
function doneWords(done: string, settings: Settings, contactCentre: string | null): string | null {
  if (isSettingName(done))
    return `${settingDefinitions[done].words}: now ${settings[done]} ${settingDefinitions[done].unit}.`;
  if (done !== contactCentreKey) return null;
  return contactCentre === null
    ? "The contact centre has no address any more."
    : "The contact centre’s address is changed.";
}

export default function SettingsPage() {
  const { frame, groups, contactCentre, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const isOfContactCentre = refused?.reply.initialValue?.["intent"] === "contact-centre";
  const email = useContactCentreForm(contactCentre.email, isOfContactCentre ? refused.reply : undefined);
  const sent = refused?.reply.initialValue?.["name"];
  const name = typeof sent === "string" ? sent : "";
  const wrong = {
    ...plainField(settingFieldId(name)),
    errors: refused?.reply.error?.["value"] ?? undefined,
  };
  return (
    <StaffPage frame={frame} title="Settings" errors={<ErrorSummary fields={[wrong, email]} />}>
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
      <p>
        <Link className="govuk-link" to={paths.abstractions.settings()}>
          Abstractions: who authorises what, and the response teams
        </Link>
      </p>
      <p>
        <Link className="govuk-link" to={paths.tasking.settings()}>
          Joint tasking: who is told of late actions
        </Link>
      </p>
      <ContactCentreForm field={email} {...contactCentre} />
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
