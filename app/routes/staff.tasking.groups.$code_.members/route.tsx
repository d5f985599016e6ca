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
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { peopleGroups } from "#app/components/tasking/people-groups.ts";
import { taskingFrameOf } from "#app/components/tasking/tasking-frame.ts";
import { TaskingPage } from "#app/components/tasking/tasking-page.tsx";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { forbidden } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { joinGroup } from "#app/services/tasking/join-group.server.ts";
import { leaveGroup } from "#app/services/tasking/leave-group.server.ts";
import { readSeatsOfGroup } from "#app/services/tasking/read-led-group.server.ts";
import { requireTasking } from "#app/tasking-guard.server.ts";
import { doneInWords } from "./done-words.ts";
import { Seats } from "./seats.tsx";

const schema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("join"),
    accountId: z.string({ error: "Choose who has a seat" }),
    position: z
      .string({ error: "Enter what they are, such as “community safety officer”" })
      .trim()
      .max(100, "Shorten this to 100 characters or fewer"),
  }),
  z.object({ intent: z.literal("leave"), member: z.string() }),
]);

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Who has a seat", description: "Who is asked to a group’s meetings.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireTasking(args);
  const { request, context } = args;
  const { db, now } = context;
  const found = await readSeatsOfGroup({ db, now }, visit.actor, args.params["code"] ?? "");
  if (found === null) throw notFound();
  if (found === "not-led") throw forbidden();
  const { group, members, people } = found;
  return privatePage({
    frame: taskingFrameOf(visit),
    group: { code: group.code, name: group.name },
    members: members.map(({ id, name, agency, position, accountId }) => ({
      id,
      name,
      agency,
      position,
      isLead: accountId === group.chairId || accountId === group.deputyId,
    })),
    people,
    done: doneInWords(new URL(request.url).searchParams.get("done")),
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireTasking(args);
  // What is not theirs to see takes no form either.
  await loader(args);
  const { db, now, publicUrl } = args.context;
  const code = args.params["code"] ?? "";
  const form = await readForm(args.request, schema);
  if (!form.ok) return badForm(args.context, form.reply, { messages: [] });
  const asked = form.value;
  if (asked.intent === "join") {
    const joined = await joinGroup({ db, now, publicUrl }, actor, code, asked);
    if (joined === null) throw notFound();
    return joined.ok
      ? redirect(paths.tasking.groupMembers(code, "joined"))
      : refusedForm(args.context, form, joined.errors);
  }
  const left = await leaveGroup({ db, now, publicUrl }, actor, code, asked.member);
  if (left === null) throw notFound();
  return left.ok
    ? redirect(paths.tasking.groupMembers(code, `left-${left.withdrawn}`))
    : refusedForm(args.context, form, left.errors);
}

export default function GroupMembers() {
  const { frame, group, members, people, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, { accountId, position }] = useForm<{ accountId: string; position: string }>({
    id: "join",
    lastResult: refused?.reply,
  });
  return (
    <TaskingPage
      frame={frame}
      title={`Who has a seat in ${group.name}`}
      errors={
        <>
          <ErrorSummary fields={[accountId, position]} />
          <FormErrors messages={refused?.messages} />
        </>
      }
    >
      <DoneMessage words={done} />
      <div id={wholeFormId} tabIndex={-1}>
        <Seats code={group.code} members={members} />
      </div>
      <h2 className="govuk-heading-m">Give somebody a seat</h2>
      <p>
        They are asked to each meeting from now on, and to those that are called already. A partner reads
        nothing while their agency has no agreement that holds.
      </p>
      <form method="post" action={paths.tasking.groupMembers(group.code)} noValidate>
        <input type="hidden" name="intent" value="join" />
        <Select
          field={accountId}
          label="Who?"
          hint="Somebody of a partner who is not in the list is invited first, under Invitations."
          nothing="Choose who has a seat"
          groups={peopleGroups(people)}
        />
        <TextInput
          field={position}
          label="What are they?"
          hint="For example, community safety officer"
          width={30}
          autoComplete="off"
        />
        <Button>Give them a seat</Button>
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
