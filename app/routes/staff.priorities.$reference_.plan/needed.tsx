import type { MouseEvent } from "react";
import { missingAddress } from "#app/components/plan/missing-address.ts";
import type { Missing } from "#app/domain/plan/gate.ts";
import type { PlanFieldName } from "#app/domain/plan/fields.ts";
import { planStageWords, type PlanStage } from "#app/domain/plan/states.ts";

interface NeededProps {
  reference: string;
  stage: PlanStage;
  missing: readonly Missing[];
  /** Goes to a field without asking the server for its part; null before there is script. */
  goTo: ((name: PlanFieldName) => void) | null;
}

/** What the next stage of a plan still needs, each a link to where it is written. */
export function Needed({ reference, stage, missing, goTo }: NeededProps) {
  if (stage === "awaiting-signoff" || stage === "closed") return null;
  const going = (name: PlanFieldName) => (event: MouseEvent) => {
    if (goTo === null) return;
    event.preventDefault();
    goTo(name);
  };
  return (
    <aside className="sn-needed" aria-labelledby="needed">
      <h2 id="needed" className="govuk-heading-s">
        {missing.length === 0
          ? `“${planStageWords[stage]}” has all it needs`
          : `“${planStageWords[stage]}” still needs`}
      </h2>
      {missing.length === 0 ? (
        <p>The plan can go on to its next stage.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {missing.map((one) => (
            <li key={one.words}>
              <a
                className="govuk-link"
                href={missingAddress(reference, one)}
                onClick={one.field === null ? undefined : going(one.field)}
              >
                {one.words}
              </a>
            </li>
          ))}
        </ul>
      )}
    </aside>
  );
}
