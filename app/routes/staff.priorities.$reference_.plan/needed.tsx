import type { MouseEvent } from "react";
import type { Missing } from "#app/domain/plan/gate.ts";
import type { PlanFieldName } from "#app/domain/plan/fields.ts";
import { slugOfField } from "#app/domain/plan/parts.ts";
import { planStageWords, type PlanStage } from "#app/domain/plan/states.ts";
import { paths } from "#app/paths.ts";

interface NeededProps {
  reference: string;
  stage: PlanStage;
  missing: readonly Missing[];
  /** Goes to a field without asking the server for its part; null before there is script. */
  goTo: ((name: PlanFieldName) => void) | null;
}

/** What the next stage of a plan still needs, each field a link to its box. */
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
          {missing.map(({ field, words }) => (
            <li key={words}>
              {field === null ? (
                words
              ) : (
                <a
                  className="govuk-link"
                  href={paths.staff.planField(reference, slugOfField(field), `field-${field}`)}
                  onClick={going(field)}
                >
                  {words}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </aside>
  );
}
