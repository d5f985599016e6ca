import { Link } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { missingAddress } from "#app/components/plan/missing-address.ts";
import type { Missing } from "#app/domain/plan/gate.ts";
import { planStageWords, type PlanStage, type PlanStanding } from "#app/domain/plan/states.ts";
import { paths } from "#app/paths.ts";

interface NextStageProps {
  plan: { reference: string; stage: PlanStage; standing: PlanStanding; version: number };
  /** Null where the team does not open it by itself. */
  next: PlanStage | null;
  missing: readonly Missing[];
  mayAdvance: boolean;
}

/** What the stage still needs, and the way on once it has it. */
export function NextStage({ plan, next, missing, mayAdvance }: NextStageProps) {
  const { reference, stage, standing, version } = plan;
  if (stage === "closed" || stage === "awaiting-signoff")
    return <p>The team has opened every stage. What comes next is for residents and the panel to say.</p>;
  return (
    <section>
      <h2 className="govuk-heading-m">
        {next === null
          ? `Before the outcome is reported`
          : `Before “${planStageWords[next].toLowerCase()}” opens`}
      </h2>
      {missing.length === 0 ? (
        <p>Everything that “{planStageWords[stage].toLowerCase()}” needs is there.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {missing.map((one) => (
            <li key={one.words}>
              <Link className="govuk-link" to={missingAddress(reference, one)}>
                {one.words}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {next === null || !mayAdvance || standing === "paused" ? null : (
        <form method="post" action={paths.staff.planSteps(reference)} noValidate>
          <input type="hidden" name="version" value={version} />
          <Button name="intent" value="advance">
            Open “{planStageWords[next].toLowerCase()}”
          </Button>
        </form>
      )}
    </section>
  );
}
