import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { paths } from "#app/paths.ts";

interface ApproveProps {
  improvement: { id: string; version: number };
  /** What the plan still needs. */
  missing: readonly string[];
  isOnTeamAlone: boolean;
  /** Whether the reader may approve it: who writes here and does not own it. */
  mayApprove: boolean;
  isOwner: boolean;
  reply: SubmissionResult | undefined;
}

/** What a required plan still needs, and the way on once it is whole. */
export function Approve({ improvement, missing, isOnTeamAlone, mayApprove, isOwner, reply }: ApproveProps) {
  const [, { whyTeamAlone }] = useForm<{ whyTeamAlone: string }>({ id: "approve", lastResult: reply });
  return (
    <section className="sn-no-print">
      <h2 className="govuk-heading-m">Before the plan runs</h2>
      {missing.length > 0 ? (
        <ul className="govuk-list govuk-list--bullet">
          {missing.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      ) : (
        <p>
          The plan is whole. {isOwner ? "Somebody else approves it, for it is yours." : null}
          {!isOwner && !mayApprove ? "An inspector or the commander approves it." : null}
        </p>
      )}
      {missing.length === 0 && mayApprove && !isOwner ? (
        <>
          <ErrorSummary fields={[whyTeamAlone]} />
          <form method="post" action={paths.abstractions.improvement(improvement.id)} noValidate>
            <input type="hidden" name="version" value={improvement.version} />
            {isOnTeamAlone ? (
              <Textarea
                field={whyTeamAlone}
                label="Why has no other unit an action?"
                hint="Every action is the team’s own. The unit that takes its officers usually has one."
                rows={3}
              />
            ) : null}
            <Button name="intent" value="approve">
              Approve the plan
            </Button>
          </form>
        </>
      ) : null}
    </section>
  );
}
