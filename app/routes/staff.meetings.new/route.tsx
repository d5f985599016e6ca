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
import { WarningText } from "#app/components/govuk/warning-text.tsx";
import { MeetingFields, meetingFieldErrors } from "#app/components/meeting/meeting-fields.tsx";
import { meetingSchema, toWanted, type MeetingFormFields } from "#app/components/meeting/meeting-schema.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { errorsByField } from "#app/domain/account/change.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { can } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { badForm, readForm } from "#app/forms.server.ts";
import { requireActor } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { announceMeeting } from "#app/services/meeting/announce-meeting.server.ts";
import { findPreElection } from "#db/queries/pre-election.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Announce a meeting", description: "Where residents can meet you.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "meeting:announce");
  const { now, finder } = args.context;
  const election = await visit.read((tx) => findPreElection(tx, londonDay(now)));
  const own = finder.neighbourhoods
    .filter(({ id }) => can(visit.actor, "meeting:announce", { neighbourhoodId: id }))
    .map(({ slug, name }) => ({ slug, name }))
    .sort((a, b) => a.name.localeCompare(b.name));
  const wanted = new URL(args.request.url).searchParams.get("for");
  const [only, ...others] = own;
  return privatePage({
    frame: staffFrameOf(visit),
    own,
    // Whoever works for one neighbourhood announces meetings of that one.
    chosen: own.find(({ slug }) => slug === wanted)?.slug ?? (others.length === 0 ? only?.slug : undefined),
    election,
  });
}

const schema = meetingSchema.extend({
  neighbourhoods: z
    .array(z.string(), { error: "Choose the neighbourhoods that it is for" })
    .min(1, "Choose the neighbourhoods that it is for"),
  isElectionMinded: z.literal("yes").optional(),
});
type AnnounceFields = MeetingFormFields & { neighbourhoods: string[]; isElectionMinded: string };

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireActor(args, "meeting:announce");
  const { db, now, finder } = args.context;
  const form = await readForm(args.request, schema);
  if (!form.ok) return badForm(args.context, form.reply, {});
  const { neighbourhoods, isElectionMinded, ...meeting } = form.value;
  const announced = await announceMeeting({ db, now }, actor, {
    ...toWanted(meeting),
    neighbourhoodIds: neighbourhoods.map((slug) => finder.bySlug(slug)?.id ?? ""),
    isElectionMinded: isElectionMinded === "yes",
  });
  return announced.ok
    ? redirect(paths.staff.meeting(announced.reference, "announced"))
    : badForm(args.context, form.refuse(errorsByField(announced.errors)), {});
}

export default function AnnounceMeeting() {
  const { frame, own, chosen, election } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [, fields] = useForm<AnnounceFields>({
    id: "announce",
    lastResult: refused?.reply,
    defaultValue: { neighbourhoods: chosen === undefined ? [] : [chosen] },
  });
  const { isElectionMinded } = fields;
  // The name's own type is the list's: what is wanted here is its text.
  const { id, errors: problems, errorId, descriptionId, initialValue } = fields.neighbourhoods;
  const name = String(fields.neighbourhoods.name);
  const neighbourhoods = { id, name, errors: problems, errorId, descriptionId, initialValue };
  const errors = [
    { ...neighbourhoods, initialValue: undefined },
    ...meetingFieldErrors(fields),
    ...(election === null ? [] : [isElectionMinded]),
  ];
  return (
    <StaffPage frame={frame} title="Announce a meeting" errors={<ErrorSummary fields={errors} />}>
      {election === null ? null : (
        <WarningText>
          {election.reason} Until {dayInWords(election.endsOn)} there is no new publicity. A meeting that
          people need for their safety may be announced; one that promotes somebody or something may not.
        </WarningText>
      )}
      <p>
        It is on the page and in the calendar of every neighbourhood you choose as soon as you announce it.
      </p>
      <form method="post" action={paths.staff.newMeeting()} noValidate>
        <Checkboxes
          field={neighbourhoods}
          legend="Which neighbourhoods is it for?"
          items={own.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        <MeetingFields fields={fields} />
        {election === null ? null : (
          <Checkboxes
            field={isElectionMinded}
            legend="Before the election"
            items={[{ value: "yes", label: "This meeting is ordinary police business and not publicity" }]}
          />
        )}
        <Button>Announce the meeting</Button>
      </form>
      <p>
        <Link className="govuk-link" to={paths.staff.meetings()}>
          Back to meetings
        </Link>
      </p>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
