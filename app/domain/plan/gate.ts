import { planFieldNames, planFields, type PlanFieldName } from "./fields.ts";
import { planStageWords, type PlanStage } from "./states.ts";

/** A plan as far as its next stage depends on it. */
export interface PlanFacts {
  stage: PlanStage;
  filled: Partial<Readonly<Record<PlanFieldName, string>>>;
  /** Stages that have a dated entry of how the community took part. */
  involvedIn: ReadonlySet<PlanStage>;
  actions: readonly { isClosed: boolean }[];
}

/** Something a stage still needs: in a field, or among what is written beside the fields. */
export type Missing =
  { field: PlanFieldName; words: string } | { field: null; beside: "actions" | "involvement"; words: string };

const fewestSources = 2;

const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

const fieldsOf = (stage: PlanStage): PlanFieldName[] =>
  planFieldNames.filter((name) => planFields[name].part === stage && planFields[name].isRequired);

/** What the stage of a plan needs before the next one opens; nothing where it may. */
export function missingOf({ stage, filled, involvedIn, actions }: PlanFacts): Missing[] {
  if (stage === "awaiting-signoff" || stage === "closed") return [];
  const missing: Missing[] = fieldsOf(stage)
    .filter((name) => (filled[name] ?? "").trim() === "")
    .map((name) => ({ field: name, words: `Fill in “${planFields[name].label}”` }));
  if (stage === "scanning" && (filled.sources ?? "").trim() !== "") {
    if (new Set(linesOf(filled.sources ?? "")).size < fewestSources)
      missing.push({ field: "sources", words: "Name at least two sources, one to a line" });
  }
  if (stage === "response-agreed" && actions.length === 0)
    missing.push({ field: null, beside: "actions", words: "Add at least one action" });
  if (stage === "response-live" && actions.some(({ isClosed }) => !isClosed))
    missing.push({ field: null, beside: "actions", words: "Finish or drop the actions that are open" });
  if (!involvedIn.has(stage))
    missing.push({
      field: null,
      beside: "involvement",
      words: `Say how the community took part in “${planStageWords[stage].toLowerCase()}”`,
    });
  return missing;
}
