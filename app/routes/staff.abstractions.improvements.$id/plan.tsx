import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { DateField, dateFieldError } from "#app/components/staff/date-field.tsx";
import { partsOfDay, type DayParts } from "#app/domain/account/day-parts.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import type { Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";

interface PlanProps {
  plan: {
    id: string;
    version: number;
    rootCause: string;
    target: string;
    targetTenths: number | null;
    targetOn: Day | null;
    publicSummary: string;
    ownerId: string | null;
    owner: string | null;
  };
  /** Whose it may be; null for whoever only reads it. */
  owners: readonly { accountId: string; words: string }[] | null;
  /** Whether it is still to be written, so that its form stands open. */
  isWanted: boolean;
  reply: SubmissionResult | undefined;
}

/** What is written in the plan, and the form to write it. */
export function Plan({ plan, owners, isWanted, reply }: PlanProps) {
  const { rootCause, target, targetTenths, targetOn, publicSummary, owner } = plan;
  const written = (words: string) => (words === "" ? "Not written yet" : words);
  const aim = [
    targetTenths === null ? null : `${(targetTenths / 10).toFixed(1)}% or less`,
    targetOn === null ? null : `by ${dayInWords(targetOn)}`,
  ].filter((part) => part !== null);
  return (
    <section>
      <h2 className="govuk-heading-m">The plan</h2>
      <SummaryList
        rows={[
          { term: "What causes it", value: written(rootCause) },
          { term: "What is to be reached", value: written(target) },
          { term: "Rate", value: aim.length === 0 ? "Not set yet" : aim.join(" ") },
          { term: "What panels and partnerships read", value: written(publicSummary) },
          { term: "Owner", value: owner ?? "Nobody yet" },
        ]}
      />
      {owners === null ? null : (
        <PlanForm plan={plan} owners={owners} isOpen={isWanted || reply !== undefined} reply={reply} />
      )}
    </section>
  );
}

type Fields = {
  rootCause: string;
  target: string;
  targetRate: string;
  targetOn: DayParts | undefined;
  publicSummary: string;
  owner: string;
};

interface PlanFormProps extends Pick<PlanProps, "plan" | "reply"> {
  owners: NonNullable<PlanProps["owners"]>;
  isOpen: boolean;
}

function PlanForm({ plan, owners, isOpen, reply }: PlanFormProps) {
  const [, fields] = useForm<Fields>({
    id: "plan",
    lastResult: reply,
    defaultValue: {
      rootCause: plan.rootCause,
      target: plan.target,
      targetRate: plan.targetTenths === null ? "" : (plan.targetTenths / 10).toFixed(1),
      targetOn: plan.targetOn === null ? undefined : partsOfDay(plan.targetOn),
      publicSummary: plan.publicSummary,
      owner: plan.ownerId ?? "",
    },
  });
  const { rootCause, target, targetRate, targetOn, publicSummary, owner } = fields;
  return (
    <details className="govuk-details sn-no-print" open={isOpen}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Write the plan</span>
      </summary>
      <ErrorSummary
        fields={[rootCause, target, targetRate, dateFieldError(targetOn), publicSummary, owner]}
      />
      <form method="post" action={paths.abstractions.improvement(plan.id)} noValidate>
        <input type="hidden" name="version" value={plan.version} />
        <Textarea
          field={rootCause}
          label="What causes it"
          hint="For example, response team C was below its minimum on 11 of 30 nights. Name nobody."
          rows={4}
        />
        <Textarea
          field={target}
          label="What is to be reached"
          hint="Something that can be checked"
          rows={3}
        />
        <TextInput
          field={targetRate}
          label="The rate to reach, in per cent"
          hint="For example, 9.5"
          inputMode="decimal"
          width={10}
        />
        <DateField field={targetOn} legend="By when" hint="For example, 27 3 2027" />
        <Textarea
          field={publicSummary}
          label="What panels and partnerships read"
          hint="Plain words. Say what is being done, not where officers will be. They read it once the plan runs."
          rows={3}
        />
        <Select
          field={owner}
          label="Whose plan it is"
          nothing="Choose"
          groups={[{ label: "", items: owners.map(({ accountId, words }) => ({ value: accountId, words })) }]}
        />
        <Button name="intent" value="plan">
          Save the plan
        </Button>
      </form>
    </details>
  );
}
