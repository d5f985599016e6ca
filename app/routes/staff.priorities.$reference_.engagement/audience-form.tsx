import { useForm } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { paths } from "#app/paths.ts";
import { Audience } from "./audience.tsx";
import type { FormProps, ShownPlan } from "./page-data.ts";

type Fields = Record<"audience" | "underHeard" | "underHeardWhy" | "advice", string>;

/** Whom the plan is to reach. */
export function AudienceForm({ reference, version, reply, plan }: FormProps & { plan: ShownPlan }) {
  const [, { audience, underHeard, underHeardWhy, advice }] = useForm<Fields>({
    id: "audience",
    lastResult: reply,
    defaultValue: { ...plan, advice: plan.advice ?? "" },
  });
  return (
    <>
      <ErrorSummary fields={[audience, underHeard, underHeardWhy, advice]} />
      {reply === undefined ? null : (
        <Details summary="What is saved now">
          <Audience plan={plan} />
        </Details>
      )}
      <form method="post" action={paths.staff.engagement(reference)} noValidate>
        <input type="hidden" name="version" value={version} />
        <Textarea
          field={audience}
          label="Who is to be reached"
          hint="Groups of people, never a person. Residents read this."
          rows={3}
        />
        <Textarea
          field={underHeard}
          label="Which groups are heard too little here"
          hint="For example: young people, people who do not speak English, people who work nights"
          rows={3}
        />
        <Textarea
          field={underHeardWhy}
          label="How you know that they are heard too little"
          hint="What figures or people tell you so"
          rows={3}
        />
        <Textarea
          field={advice}
          label="What the independent advisory group said"
          hint="About where and when to meet people. Residents do not read this."
          rows={3}
        />
        <Button name="intent" value="save" look="secondary">
          Save
        </Button>
      </form>
    </>
  );
}
