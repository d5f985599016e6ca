import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { peopleGroups } from "#app/components/tasking/people-groups.ts";
import { taskingFrameOf } from "#app/components/tasking/tasking-frame.ts";
import { TaskingPage } from "#app/components/tasking/tasking-page.tsx";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { forbidden } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { changeGroupDetails } from "#app/services/tasking/change-group-details.server.ts";
import { readLedGroup } from "#app/services/tasking/read-led-group.server.ts";
import { requireTasking } from "#app/tasking-guard.server.ts";

const longest = 100;
const atMost = `Shorten this to ${longest} characters or fewer`;
const schema = z.object({
  version: z.number({ error: "Look at the group again, then change it" }).int(),
  name: z.string({ error: "Enter what the group is called" }).trim().max(longest, atMost),
  programme: z.string().trim().max(longest, atMost).optional(),
  chairId: z.string().optional(),
  deputyId: z.string().optional(),
  isEnded: z.literal("yes").optional(),
});

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Change a tasking group", description: "Its name and who leads it.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireTasking(args);
  const { db, now } = args.context;
  const found = await readLedGroup({ db, now }, visit.actor, args.params["code"] ?? "");
  if (found === null) throw notFound();
  if (found === "not-led") throw forbidden();
  const { group, members } = found;
  const { code, name, programme, chairId, deputyId, endedAt, version } = group;
  return privatePage({
    frame: taskingFrameOf(visit),
    group: { code, name, programme, chairId, deputyId, hasEnded: endedAt !== null, version },
    people: members.map((member) => ({
      accountId: member.accountId,
      name: member.name,
      agency: member.agency,
    })),
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireTasking(args);
  // What is not theirs to see takes no form either.
  await loader(args);
  const { db, now } = args.context;
  const code = args.params["code"] ?? "";
  const form = await readForm(args.request, schema);
  if (!form.ok) return badForm(args.context, form.reply, { messages: [] });
  const { programme = "", chairId = null, deputyId = null, isEnded, ...rest } = form.value;
  const wanted = { ...rest, programme, chairId, deputyId, isEnded: isEnded === "yes" };
  const change = await changeGroupDetails({ db, now }, actor, code, wanted);
  if (change === null) throw notFound();
  return change.ok
    ? redirect(paths.tasking.group(code, "changed"))
    : refusedForm(args.context, form, change.errors);
}

interface GroupFields extends Record<string, string> {
  name: string;
  programme: string;
  chairId: string;
  deputyId: string;
  isEnded: string;
}

export default function ChangeGroup() {
  const { frame, group, people } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, { name, programme, chairId, deputyId, isEnded }] = useForm<GroupFields>({
    id: "group",
    lastResult: refused?.reply,
    defaultValue: {
      name: group.name,
      programme: group.programme ?? "",
      chairId: group.chairId ?? "",
      deputyId: group.deputyId ?? "",
      isEnded: group.hasEnded ? "yes" : "",
    },
  });
  return (
    <TaskingPage
      frame={frame}
      title={`Change ${group.name}`}
      errors={
        <>
          <ErrorSummary fields={[name, programme, chairId, deputyId, isEnded]} />
          <FormErrors messages={refused?.messages} />
        </>
      }
    >
      <form
        id={wholeFormId}
        tabIndex={-1}
        method="post"
        action={paths.tasking.changeGroup(group.code)}
        noValidate
      >
        <input type="hidden" name="version" value={group.version} />
        <TextInput field={name} label="What is it called?" autoComplete="off" />
        <TextInput
          field={programme}
          label="Programme it works under (optional)"
          hint="For example, Keystone"
          width={20}
          autoComplete="off"
        />
        <Select field={chairId} label="Who chairs it?" nothing="Nobody" groups={peopleGroups(people)} />
        <Select field={deputyId} label="Who is the deputy?" nothing="Nobody" groups={peopleGroups(people)} />
        <Checkboxes
          field={isEnded}
          legend="Has the group ended?"
          items={[
            {
              value: "yes",
              label: "It does not meet any more",
              hint: "Its meetings and actions stay to be read.",
            },
          ]}
        />
        <Button>Change the group</Button>
      </form>
      <p>
        <Link className="govuk-link" to={paths.tasking.group(group.code)}>
          Back to {group.name}
        </Link>
      </p>
    </TaskingPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
