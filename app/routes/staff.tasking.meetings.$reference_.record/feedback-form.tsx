import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { paths } from "#app/paths.ts";

interface FeedbackFormProps {
  reference: string;
  reply: SubmissionResult | undefined;
  /** The items of local priorities. */
  items: readonly { id: string; title: string; feedbackLine: string | null }[];
}

/** What residents are told of each local priority, and by whom. */
export function FeedbackForm({ reference, reply, items }: FeedbackFormProps) {
  const [, { itemId, line }] = useForm<Record<"itemId" | "line", string>>({
    id: "feedback",
    lastResult: reply,
  });
  return (
    <section className="sn-record__part" id="record-feedback" aria-labelledby="feedback-title">
      <h2 className="govuk-heading-m" id="feedback-title">
        What residents are told
      </h2>
      {reply === undefined ? null : <ErrorSummary fields={[itemId, line]} />}
      <SummaryList
        rows={items.map(({ title, feedbackLine }) => ({
          term: title,
          value: feedbackLine ?? "Not said yet",
        }))}
      />
      <form method="post" action={paths.tasking.record(reference)} noValidate>
        <input type="hidden" name="intent" value="feedback" />
        <Select
          field={itemId}
          label="Which priority?"
          nothing="Choose"
          groups={[{ label: "", items: items.map(({ id, title }) => ({ value: id, words: title })) }]}
        />
        <Textarea
          field={line}
          label="What are residents told, and by whom?"
          hint="It may become public: name nobody, and give no address."
          rows={2}
        />
        <Button look="secondary">Write this down</Button>{" "}
        <Button look="plain" name="isNothing" value="yes">
          There is nothing to tell
        </Button>
      </form>
    </section>
  );
}
