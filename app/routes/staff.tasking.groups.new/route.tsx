import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { peopleGroups } from "#app/components/tasking/people-groups.ts";
import { taskingFrameOf } from "#app/components/tasking/tasking-frame.ts";
import { TaskingPage } from "#app/components/tasking/tasking-page.tsx";
import { can } from "#app/domain/actor.ts";
import { taskingLevels, taskingLevelWords } from "#app/domain/tasking/level.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { requireActorOfAny } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { listOfferedToLead } from "#app/services/tasking/list-offered.server.ts";
import { makeGroup } from "#app/services/tasking/make-group.server.ts";
import { areasForGroups } from "#db/queries/tasking-group-area.ts";
import { groupSchema, toGroup } from "./group-schema.ts";

const makers = ["tasking:make-group", "agency:manage"] as const;

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Make a tasking group", description: "Who meets, and for where.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActorOfAny(args, makers);
  const { request, context } = args;
  const found = await visit.read(async (tx) => ({
    areas: await areasForGroups(tx),
    people: await listOfferedToLead(tx, londonDay(context.now)),
  }));
  const isDone = new URL(request.url).searchParams.get("done") === "made";
  return privatePage({
    frame: taskingFrameOf(visit),
    ...found,
    // An administrator came from the agencies, and has no joint work to go back to.
    back: can(visit.actor, "tasking:read")
      ? { to: paths.tasking.home(), words: "Back to meetings" }
      : { to: paths.staff.agencies(), words: "Back to agencies" },
    done: isDone ? "The group is made." : null,
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActorOfAny(args, makers);
  const { db, now } = args.context;
  const form = await readForm(args.request, groupSchema);
  if (!form.ok) return badForm(args.context, form.reply, { messages: [] });
  const made = await makeGroup({ db, now }, actor, toGroup(form.value));
  if (!made.ok) return refusedForm(args.context, form, made.errors);
  // An administrator makes groups whose work is not theirs to read.
  return redirect(
    can(actor, "tasking:read")
      ? paths.tasking.groupMembers(made.code, "made")
      : paths.tasking.newGroup("made"),
  );
}

interface GroupFields extends Record<string, string> {
  name: string;
  code: string;
  level: string;
  area: string;
  programme: string;
  chairId: string;
  deputyId: string;
}

export default function NewGroup() {
  const { frame, areas, people, back, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, { name, code, level, area, programme, chairId, deputyId }] = useForm<GroupFields>({
    id: "group",
    lastResult: refused?.reply,
  });
  const items = (kind: string, known: readonly { id: string; name: string }[]) =>
    known.map((one) => ({ value: `${kind}:${one.id}`, words: one.name }));
  return (
    <TaskingPage
      frame={frame}
      title="Make a tasking group"
      errors={
        <>
          <ErrorSummary fields={[name, code, level, area, programme, chairId, deputyId]} />
          <FormErrors messages={refused?.messages} />
        </>
      }
    >
      <DoneMessage words={done} />
      <form id={wholeFormId} tabIndex={-1} method="post" action={paths.tasking.newGroup()} noValidate>
        <TextInput
          field={name}
          label="What is it called?"
          hint="For example, Amber Valley"
          autoComplete="off"
        />
        <TextInput
          field={code}
          label="Code"
          hint="Two to six letters and digits, before the numbers of its meetings and actions: AV makes AV-214. It stays."
          width={10}
          autoComplete="off"
          spellCheck={false}
        />
        <Radios
          field={level}
          legend="What does it meet for?"
          items={taskingLevels.map((value) => ({ value, label: taskingLevelWords[value] }))}
        />
        <Select
          field={area}
          label="Where does it work?"
          hint="A local group works for a partnership, a tactical one for a BCU. The others are of the whole force."
          nothing="The whole force"
          groups={[
            { label: "Partnerships", items: items("partnership", areas.partnerships) },
            { label: "BCUs", items: items("bcu", areas.bcus) },
          ]}
        />
        <TextInput
          field={programme}
          label="Programme it works under (optional)"
          hint="For example, Keystone"
          width={20}
          autoComplete="off"
        />
        <Select
          field={chairId}
          label="Who chairs it? (optional)"
          hint="They call, record and finish its meetings, whatever their role is otherwise."
          nothing="Nobody yet"
          groups={peopleGroups(people)}
        />
        <Select
          field={deputyId}
          label="Who is the deputy? (optional)"
          nothing="Nobody yet"
          groups={peopleGroups(people)}
        />
        <Button>Make the group</Button>
      </form>
      <p>
        <Link className="govuk-link" to={back.to}>
          {back.words}
        </Link>
      </p>
    </TaskingPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
