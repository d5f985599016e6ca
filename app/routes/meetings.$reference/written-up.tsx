import type { MeetingState } from "#app/domain/meeting/meeting.ts";

interface WrittenUpProps {
  state: MeetingState;
  isOver: boolean;
  writeUp: string | null;
  decisions: string | null;
  attended: number | null;
}

const paragraphsOf = (text: string) => text.split(/\n\s*\n|\r\n\s*\r\n/).filter((part) => part.trim() !== "");

function Paragraphs({ text }: { text: string }) {
  return paragraphsOf(text).map((part, index) => (
    // Two paragraphs may be alike.
    <p key={`${index} ${part}`} className="sn-meeting__words">
      {part}
    </p>
  ));
}

/** What was said and decided, once the meeting is over. */
export function WrittenUp({ state, isOver, writeUp, decisions, attended }: WrittenUpProps) {
  if (state === "cancelled" || !isOver) return null;
  if (writeUp === null)
    return <p>This meeting is over. What was said and decided has not been written up yet.</p>;
  return (
    <section aria-labelledby="written-up">
      <h2 className="govuk-heading-l" id="written-up">
        What was said
      </h2>
      <Paragraphs text={writeUp} />
      <h2 className="govuk-heading-l">What was decided</h2>
      {decisions === null ? <p>Nothing was decided.</p> : <Paragraphs text={decisions} />}
      {attended === null ? null : <p>{attended === 1 ? "1 person came." : `${attended} people came.`}</p>}
      <h2 className="govuk-heading-l">The meeting</h2>
    </section>
  );
}
