import { useForm, type SubmissionResult } from "@conform-to/react";
import { Form, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Button } from "#app/components/govuk/button.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { paths } from "#app/paths.ts";

interface FeedbackFormProps {
  reference: string;
  reply: SubmissionResult | undefined;
  items: readonly { id: string; title: string; feedbackLine: string | null; version: number }[];
  /** The items of which something has to be said before the minutes are finished. */
  asked: readonly string[];
}

/** What residents are told of each item, and by whom. */
export function FeedbackForm({ reference, reply, items, asked }: FeedbackFormProps) {
  const [, { itemId, line }] = useForm<Record<"itemId" | "line", string>>({
    id: "feedback",
    lastResult: reply,
  });
  const form = useEmptiedForm(reply);
  const shown = items.filter(({ id, feedbackLine }) => feedbackLine !== null || asked.includes(id));
  return (
    <section className="sn-record__part" id="record-feedback" aria-labelledby="feedback-title">
      <h2 className="govuk-heading-m" id="feedback-title">
        What residents are told
      </h2>
      <SummaryList
        rows={shown.map(({ title, feedbackLine }) => ({
          term: title,
          value: feedbackLine ?? "Not said yet",
        }))}
      />
      <Form ref={form} method="post" action={paths.tasking.record(reference)} noValidate preventScrollReset>
        <input type="hidden" name="intent" value="feedback" />
        <Select
          field={itemId}
          label="Which part of the agenda?"
          nothing="Choose"
          groups={[
            {
              label: "",
              items: items.map(({ id, title, version }) => ({ value: `${id}.${version}`, words: title })),
            },
          ]}
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
      </Form>
    </section>
  );
}

/** Sent by script, a form stays: it is emptied once it was taken. */
function useEmptiedForm(reply: SubmissionResult | undefined) {
  const form = useRef<HTMLFormElement>(null);
  const isSending = useNavigation().formData?.get("intent") === "feedback";
  const wasSending = useRef(false);
  useEffect(() => {
    if (wasSending.current && !isSending && reply === undefined && form.current !== null) {
      form.current.reset();
      for (const box of form.current.querySelectorAll("textarea")) box.value = "";
    }
    wasSending.current = isSending;
  }, [isSending, reply]);
  return form;
}
