import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { LinkedWords } from "#app/components/linked-words.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { FormErrors, wholeFormId } from "#app/components/staff/form-errors.tsx";
import { comersInWords } from "#app/components/tasking/meeting-words.ts";
import { Recorded } from "#app/components/tasking/recorded.tsx";
import { taskingFrameOf } from "#app/components/tasking/tasking-frame.ts";
import { TaskingPage } from "#app/components/tasking/tasking-page.tsx";
import { meetingTimeInWords } from "#app/domain/meeting/announcement.ts";
import { meetingNumberOf } from "#app/domain/tasking/calling.ts";
import { taskingMeetingStateWords } from "#app/domain/tasking/meeting.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm, refusedForm } from "#app/forms.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { answerInvitation, declareConfidentiality } from "#app/services/tasking/answer-invitation.server.ts";
import { openMeeting } from "#app/services/tasking/open-meeting.server.ts";
import { readTaskingMeeting } from "#app/services/tasking/read-meeting.server.ts";
import { renewAgenda } from "#app/services/tasking/renew-agenda.server.ts";
import { requireMeeting } from "#app/tasking-record.server.ts";
import { Agenda } from "./agenda.tsx";
import { actSchema, doneInWords } from "./acts.ts";
import { Comers } from "./comers.tsx";
import { MeetingWays } from "./meeting-ways.tsx";
import { OwnAnswer } from "./own-answer.tsx";
import { readMeetingPage } from "./read-page.server.ts";

const comersId = "comers";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Joint tasking meeting", description: "Its agenda and who comes.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireMeeting(args);
  const { db, now } = args.context;
  const { actor } = visit;
  const reference = args.params["reference"] ?? "";
  await renewAgenda({ db, now }, actor, reference);
  const page = await readTaskingMeeting({ db, now }, actor, reference, "meeting", (tx, held) =>
    readMeetingPage(tx, actor, held, now),
  );
  if (page === null) throw notFound();
  return privatePage({
    frame: taskingFrameOf(visit),
    ...page,
    when: meetingTimeInWords(page.meeting, londonDay(now)),
    done: doneInWords(new URL(args.request.url).searchParams.get("done")),
  });
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireMeeting(args);
  const { db, now } = args.context;
  const reference = args.params["reference"] ?? "";
  // What is not there to be read takes no form either.
  await loader(args);
  const form = await readForm(args.request, actSchema);
  if (!form.ok) return badForm(args.context, form.reply, { messages: [] });
  const { intent } = form.value;
  const deps = { db, now };
  const change =
    intent === "open"
      ? await openMeeting(deps, actor, reference)
      : intent === "declare"
        ? await declareConfidentiality(deps, actor, reference)
        : await answerInvitation(deps, actor, reference, intent);
  if (change === null) throw notFound();
  if (!change.ok) return refusedForm(args.context, form, change.errors);
  return redirect(
    intent === "open" ? paths.tasking.record(reference) : paths.tasking.meeting(reference, intent),
  );
}

export default function TaskingMeetingPage() {
  const {
    frame,
    meeting,
    group,
    chair,
    when,
    items,
    carried,
    impacts,
    comers,
    own,
    changeable,
    may,
    done,
    recorded,
    opening,
  } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { reference, state, place, howToJoin, cancelledReason } = meeting;
  const isLive = state === "called" || state === "open";
  return (
    <TaskingPage
      frame={frame}
      title={`${group.name} ${meetingNumberOf(group, meeting)}`}
      errors={<FormErrors messages={refused?.messages} />}
    >
      <DoneMessage words={done} />
      <SummaryList
        rows={[
          { term: "State", value: taskingMeetingStateWords[state] },
          { term: "When", value: when },
          ...(place === null ? [] : [{ term: "Where", value: place }]),
          ...(howToJoin === null ? [] : [{ term: "How to join", value: <LinkedWords words={howToJoin} /> }]),
          { term: "Chair", value: chair ?? "Nobody who is asked" },
          ...(comers.length === 0
            ? []
            : [
                {
                  term: isLive ? "Who comes" : "Who came",
                  value: (
                    <a className="govuk-link" href={`#${comersId}`}>
                      {comersInWords(comers)}
                    </a>
                  ),
                },
              ]),
          // An impact assessment asks for it, and so does whoever rings about the meeting.
          { term: "Reference", value: reference },
          ...(cancelledReason === null ? [] : [{ term: "Why it is cancelled", value: cancelledReason }]),
        ]}
      />
      <div id={wholeFormId} tabIndex={-1}>
        <MeetingWays meeting={meeting} group={group} may={may} opening={opening} />
      </div>
      {recorded === null ? null : (
        <Recorded key={reference} meeting={{ reference, state, items, ...recorded }} ways={paths.tasking} />
      )}
      {own !== null && isLive ? <OwnAnswer reference={reference} own={own} /> : null}
      <h2 className="govuk-heading-m">Agenda</h2>
      {may.analyse && isLive ? (
        <p>
          <Link className="govuk-link" to={paths.tasking.newItem(reference)}>
            Add to the agenda
          </Link>
        </p>
      ) : null}
      <Agenda
        items={items}
        carried={carried}
        impacts={impacts}
        reference={reference}
        groupCode={group.code}
        level={group.level}
        changeable={changeable}
      />
      <Comers id={comersId} comers={comers} isLive={isLive} />
    </TaskingPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
