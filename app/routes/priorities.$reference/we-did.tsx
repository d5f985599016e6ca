import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { Actions } from "./actions.tsx";
import { JointWork, type ShownJoint } from "./joint-work.tsx";
import type { ShownEngagement } from "./shown-engagement.server.ts";
import type { ShownWork } from "./shown-plan.server.ts";
import { TakenPart } from "./taken-part.tsx";

interface WeDidProps {
  /** Null where no plan has begun. */
  work: ShownWork | null;
  joint: readonly ShownJoint[];
  past: ShownEngagement["past"];
}

/** What the team and its partners did and do about it. */
export function WeDid({ work, joint, past }: WeDidProps) {
  return (
    <section aria-labelledby="we-did">
      <h2 className="govuk-heading-l" id="we-did">
        We did
      </h2>
      {work === null ? (
        <>
          {joint.length === 0 ? (
            <p>No work has begun yet. When it does, you read here what is done and by whom.</p>
          ) : null}
          <JointWork joint={joint} />
        </>
      ) : (
        <>
          {work.paused === null ? (
            <p className="sn-priority__stage">
              {work.isReturned ? "It is being worked through again. " : ""}
              {work.stage}
            </p>
          ) : (
            <>
              <p className="sn-priority__stage">The work is paused until {work.paused.until}.</p>
              <p>Why: {work.paused.reason}</p>
            </>
          )}
          {work.objective === null ? null : (
            <>
              <h3 className="govuk-heading-m">What we want to be different</h3>
              <p>{work.objective}</p>
              <SummaryList rows={work.aim} />
            </>
          )}
          {work.found.length === 0 ? null : (
            <>
              <h3 className="govuk-heading-m">What we found out</h3>
              <SummaryList rows={work.found} />
            </>
          )}
          <Actions sum={work.sum} actions={work.actions} />
          <JointWork joint={joint} />
          <TakenPart involved={work.involved} past={past} />
          {work.next === null ? null : (
            <>
              <h3 className="govuk-heading-m">What comes next</h3>
              <p>{work.next}</p>
            </>
          )}
        </>
      )}
    </section>
  );
}
