import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { lowParticipationAnswers, lowParticipationWords } from "#app/domain/panel/low-participation.ts";
import { motionInWords } from "#app/domain/panel/motion.ts";
import { rationaleParts, rationaleWords } from "#app/domain/panel/resolution.ts";
import { paths } from "#app/paths.ts";
import type { MeetingView } from "#app/services/panel/view-meeting.server.ts";

interface ResolutionFormProps {
  view: MeetingView;
  lastResult: SubmissionResult | undefined;
}

/** What the panel resolved: published, so the reasons are written for residents. */
export function ResolutionForm({ view, lastResult }: ResolutionFormProps) {
  const { resolution, items, isLowParticipation, hasRunOutreach, needsBatchNote, tooEarly } = view;
  const [, fields] = useForm<Record<string, string>>({
    id: "resolution",
    lastResult,
    defaultValue: defaultsOf(view),
  });
  const field = (name: string) => fields[name] ?? plain(name);
  const names = [
    "motion",
    "adopted",
    "lowParticipation",
    "batchNote",
    ...items.flatMap(({ subjectId }) =>
      ["motion", "reason", ...rationaleParts].map((part) => `${part}-${subjectId}`),
    ),
  ];
  const isUrgent = resolution.kind === "confirm-urgent";
  return (
    <section>
      <h2 className="govuk-heading-m">The decision</h2>
      {tooEarly === null ? null : <InsetText>{tooEarly}.</InsetText>}
      <ErrorSummary fields={names.map(field)} />
      <form method="post" action={paths.staff.panel(resolution.id)} noValidate>
        <input type="hidden" name="intent" value="resolve" />
        <input type="hidden" name="version" value={resolution.version} />
        <Textarea field={field("motion")} label="The motion, as it was put" rows={2} />
        <Checkboxes
          field={field("adopted")}
          legend={isUrgent ? "Does it stand?" : "Adopted as priorities"}
          hint={
            isUrgent ? "Left empty, it lapses on its day" : "Leave all empty where the panel adopted none"
          }
          items={items.map(({ subjectId, title, motion }) => ({
            value: subjectId,
            label: title,
            hint: motionInWords(motion),
          }))}
        />
        {isLowParticipation ? (
          <Radios
            field={field("lowParticipation")}
            legend="Few people voted. What does the panel do?"
            items={lowParticipationAnswers
              .filter((answer) => answer !== "outreach" || !hasRunOutreach)
              .map((value) => ({ value, label: lowParticipationWords[value] }))}
          />
        ) : null}
        {needsBatchNote ? (
          <Textarea
            field={field("batchNote")}
            label="Why the panel trusts the count"
            hint="More than one batch of entered ballots decides this vote. Residents will read it"
          />
        ) : null}
        {items.map(({ subjectId, itemId, title }, index) => {
          const parts = rationaleParts.map((part) => ({ part, at: field(`${part}-${subjectId}`) }));
          const reason = field(`reason-${subjectId}`);
          const motion = field(`motion-${subjectId}`);
          const isRefused = [reason, motion, ...parts.map(({ at }) => at)].some(
            ({ errors }) => errors !== undefined && errors.length > 0,
          );
          return (
            <section key={itemId} className="sn-panel__item" aria-labelledby={`decision-${itemId}`}>
              <h3 className="govuk-heading-s" id={`decision-${itemId}`}>
                {title}
              </h3>
              {/* Open for as many as there is room for, in the order of the vote: the others rarely need a word. */}
              <Details summary="Reasons that residents read" isOpen={index < view.room || isRefused}>
                <div id={motion.id} tabIndex={-1}>
                  {parts.map(({ part, at }) => (
                    <Textarea key={part} field={at} label={rationaleWords[part].label} rows={2} />
                  ))}
                </div>
                {isUrgent ? null : (
                  <Textarea
                    field={reason}
                    label="Why it was passed over, if it was"
                    hint="Needed where something lower in the vote was adopted instead. Residents will read it"
                    rows={2}
                  />
                )}
              </Details>
            </section>
          );
        })}
        <Button>Record the decision</Button>
      </form>
      <form method="post" action={paths.staff.panel(resolution.id)} noValidate>
        <input type="hidden" name="intent" value="inquorate" />
        <Button look="secondary">Record that there was no quorum</Button>
      </form>
    </section>
  );
}

const plain = (name: string) => ({
  id: name,
  name,
  errors: undefined,
  errorId: `${name}-error`,
  descriptionId: `${name}-hint`,
  initialValue: "",
});

/** What is on record already; the panel's own reasons are left to be written. */
function defaultsOf({ resolution, items }: MeetingView): Record<string, string> {
  const motion =
    resolution.kind === "adopt"
      ? "To adopt these priorities, in the order of the vote, as far as there is room."
      : "To confirm this urgent priority.";
  return Object.fromEntries([
    ["motion", motion],
    ...items.flatMap(({ subjectId, rationale }) =>
      rationaleParts.map((part) => [`${part}-${subjectId}`, rationale[part]] as const),
    ),
  ]);
}
