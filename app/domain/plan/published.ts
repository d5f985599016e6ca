import { planFieldNames, planFields, type PlanFieldName } from "./fields.ts";
import { planStages, type PlanStage } from "./states.ts";

const placeOf = (stage: PlanStage) => planStages.indexOf(stage);

/**
 * The public fields that residents read by now: those of the stages which the plan has left at least once. A stage that
 * is being worked on is saved while it is typed, and half a sentence is nobody's to read.
 */
export function fieldsPublished({
  stage,
  furthestLeft,
}: {
  stage: PlanStage;
  /** The furthest stage that it was ever moved on from; null where it was not. */
  furthestLeft: PlanStage | null;
}): PlanFieldName[] {
  // What was closed before its time never finished the stage it was in.
  const reached =
    stage === "closed"
      ? placeOf(furthestLeft ?? "closed")
      : Math.max(placeOf(stage), furthestLeft === null ? 0 : placeOf(furthestLeft));
  return planFieldNames.filter(
    (name) => planFields[name].isPublic && placeOf(planFields[name].part) < reached,
  );
}
