import { randomUUID } from "node:crypto";
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
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { ReplySummary } from "#app/components/staff/reply-summary.tsx";
import { OpenForm } from "#app/components/tasking/open-form.tsx";
import { taskingFrameOf } from "#app/components/tasking/tasking-frame.ts";
import { TaskingPage } from "#app/components/tasking/tasking-page.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { meetingNumberOf } from "#app/domain/tasking/calling.ts";
import { mayTakePart } from "#app/domain/tasking/door.ts";
import { openingOf } from "#app/domain/tasking/opening.ts";
import { isUnsaid } from "#app/domain/tasking/finishing.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { addGuest } from "#app/services/tasking/add-guest.server.ts";
import { recordRestAbsent } from "#app/services/tasking/record-absent.server.ts";
import { readTaskingMeeting } from "#app/services/tasking/read-meeting.server.ts";
import { readDoor, recordDoor } from "#app/services/tasking/record-door.server.ts";
import { requireRecorder } from "#app/tasking-record.server.ts";
import { agenciesToAsk } from "#db/queries/tasking-record.ts";
import { DoorPerson, type Expected } from "./door-person.tsx";
import { doorSchema, type DoorFields } from "./door-schema.ts";
import { GuestForm } from "./guest-form.tsx";

const doneWords = new Map([
  ["door", "Who came is recorded."],
  ["rest", "Who did not come is recorded."],
  ["guest", "The guest is on the list."],
]);

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "The door", description: "Who came to a meeting.", path: null });

export const headers = pageHeaders;

const agreementInWords = (
  kind: string,
  agreement: { reference: string; reviewBy: string | null } | undefined,
  isPartner: boolean,
) => {
  if (kind === "police") return "The police need no agreement with themselves.";
  if (agreement === undefined)
    return "May not take part in restricted items: their agency has no agreement that holds today.";
  // Of other agencies' agreements a partner who chairs learns that they hold, and no more.
  if (isPartner) return "Their agency has an agreement that holds today.";
  const { reference, reviewBy } = agreement;
  return `Agreement ${reference}${reviewBy === null ? "" : `, until ${dayInWords(reviewBy)}`}.`;
};

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireRecorder(args);
  const { db, now } = args.context;
  const reference = args.params["reference"] ?? "";
  const found = await readTaskingMeeting({ db, now }, visit.actor, reference, "door", async (tx, held) => {
    return { ...held, ...(await readDoor(tx, held, now)), agencies: await agenciesToAsk(tx) };
  });
  if (found === null) throw notFound();
  const { meeting, group, attendees, agreements, agencies } = found;
  if (meeting.state !== "called" && meeting.state !== "open") throw notFound();
  return privatePage({
    frame: taskingFrameOf(visit),
    meeting: { reference, number: meeting.number, state: meeting.state },
    group: { code: group.code, name: group.name },
    // Made once for each page that is sent, so that one press of the button is written down once.
    key: randomUUID(),
    opening: openingOf(meeting, now),
    hasUnsaid: meeting.state === "open" && attendees.some(isUnsaid),
    expected: attendees.map(
      ({ id, name, agency, agencyId, agencyKind, position, state, declaredAt }): Expected => ({
        id,
        name,
        agency,
        position,
        state,
        isDeclared: declaredAt !== null,
        agreement: agreementInWords(agencyKind, agreements.get(agencyId), visit.actor.kind === "member"),
        mayTakePart: mayTakePart({ agency, agencyKind, hasAgreement: agreements.has(agencyId) }),
      }),
    ),
    agencies,
    done: doneWords.get(new URL(args.request.url).searchParams.get("done") ?? "") ?? null,
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireRecorder(args);
  // What is not theirs to see takes no form either.
  await loader(args);
  const { db, now } = args.context;
  const reference = args.params["reference"] ?? "";
  const form = await readForm(args.request, doorSchema);
  if (!form.ok) return badForm(args.context, form.reply, { messages: [] });
  const found = form.value;
  const deps = { db, now };
  const change =
    found.intent === "guest"
      ? await addGuest(deps, actor, reference, { ...found, isDeclared: found.declared === "yes" })
      : found.intent === "rest"
        ? await recordRestAbsent(deps, actor, reference, found.key)
        : await recordDoor(deps, actor, reference, {
            key: found.key,
            people: found.people.map(({ declared, ...person }) => ({
              ...person,
              isDeclared: declared === "yes",
            })),
          });
  if (change === null) throw notFound();
  return change.ok
    ? redirect(paths.tasking.door(reference, found.intent))
    : refusedForm(args.context, form, change.errors);
}

export default function Door() {
  const { frame, meeting, group, key, opening, hasUnsaid, expected, agencies, done } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { reference } = meeting;
  const isGuest = refused?.reply.initialValue?.["intent"] === "guest";
  const [, { people }] = useForm<DoorFields>({
    id: "door",
    lastResult: isGuest ? undefined : refused?.reply,
    defaultValue: { people: expected.map(({ id, state }) => ({ id, was: state, state, declared: "" })) },
  });
  const fields = people.getFieldList();
  return (
    <TaskingPage
      frame={frame}
      title={`The door: ${group.name} ${meetingNumberOf(group, meeting)}`}
      errors={
        isGuest ? (
          <ReplySummary reply={refused.reply} formId="guest" messages={refused.messages} />
        ) : (
          <>
            <ErrorSummary fields={fields.map((field) => field.getFieldset().state)} />
            <FormErrors messages={refused?.messages} />
          </>
        )
      }
    >
      <DoneMessage words={done} />
      <p id={wholeFormId} tabIndex={-1}>
        Nobody is recorded as present whose agency has no agreement that holds today, or who has not made the
        confidentiality declaration.
      </p>
      <form method="post" action={paths.tasking.door(reference)} noValidate>
        <input type="hidden" name="intent" value="door" />
        <input type="hidden" name="key" value={key} />
        {fields.map((field) => {
          // By their id: what was typed may be of a list from before a guest came.
          const person = expected.find(({ id }) => id === field.getFieldset().id.initialValue);
          return person === undefined ? null : <DoorPerson key={person.id} person={person} field={field} />;
        })}
        {expected.length === 0 ? <p>Nobody is asked to this meeting.</p> : <Button>Record who came</Button>}
      </form>
      {hasUnsaid ? (
        <form method="post" action={paths.tasking.door(reference)} noValidate>
          <input type="hidden" name="intent" value="rest" />
          <input type="hidden" name="key" value={key} />
          <p>Record first who came. The minutes are finished when something is said of everybody.</p>
          <Button look="secondary">The others did not come</Button>
        </form>
      ) : null}
      <GuestForm
        reference={reference}
        formKey={key}
        agencies={agencies}
        reply={isGuest ? refused.reply : undefined}
      />
      {opening === null ? null : <OpenForm reference={reference} opening={opening} />}
      <ul className="govuk-list">
        {meeting.state === "open" ? (
          <li>
            <Link className="govuk-link" to={paths.tasking.record(reference)}>
              Record the meeting
            </Link>
          </li>
        ) : null}
        <li>
          <Link className="govuk-link" to={paths.tasking.meeting(reference)}>
            Back to the meeting
          </Link>
        </li>
      </ul>
    </TaskingPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
