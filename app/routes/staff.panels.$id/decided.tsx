import { Tag } from "#app/components/govuk/tag.tsx";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { motionInWords } from "#app/domain/panel/motion.ts";
import { motionWords } from "#app/domain/panel/resolution-words.ts";
import type { MeetingView } from "#app/services/panel/view-meeting.server.ts";

interface DecidedProps {
  resolution: Pick<MeetingView["resolution"], "kind" | "state" | "motion" | "present" | "quorum">;
  items: MeetingView["items"];
}

/** What came of a meeting that is over. */
export function Decided({ resolution: { kind, state, motion, present, quorum }, items }: DecidedProps) {
  if (state === "inquorate")
    return (
      <p>
        {present} took part and {quorum} were needed. Call another meeting from the list of panels.
      </p>
    );
  return (
    <>
      <h2 className="govuk-heading-m">The motion</h2>
      {(motion ?? "").split("\n\n").map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <DataTable
        caption="What was decided"
        columns={["What", "Decision", "Votes"]}
        rows={items.map(({ itemId, title, isAdopted, votesFor, votesAgainst, abstentions }) => ({
          key: itemId,
          cells: [
            title,
            isAdopted === true ? (
              <Tag key="decision" tone="good">
                {motionWords[kind].carried}
              </Tag>
            ) : (
              motionWords[kind].lost
            ),
            motionInWords({ for: votesFor ?? 0, against: votesAgainst ?? 0, abstain: abstentions ?? 0 }),
          ],
        }))}
      />
    </>
  );
}
