import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import type { ShownPlan } from "./page-data.ts";

const orNot = (words: string | null) => (words === null || words === "" ? "Not written yet" : words);

export const Audience = ({ plan }: { plan: ShownPlan }) => (
  <SummaryList
    rows={[
      { term: "Who is to be reached", value: orNot(plan.audience) },
      { term: "Heard too little", value: orNot(plan.underHeard) },
      { term: "How we know", value: orNot(plan.underHeardWhy) },
      { term: "What the advisory group said", value: orNot(plan.advice) },
    ]}
  />
);
