import { useForm, type SubmissionResult } from "@conform-to/react";
import { Form, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Button } from "#app/components/govuk/button.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { paths } from "#app/paths.ts";
import { recordFormId } from "./acts.ts";

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
  const said = items.filter(({ feedbackLine }) => feedbackLine !== null);
  return (
    <section className="sn-record__part" id={recordFormId("feedback")} aria-labelledby="feedback-title">
      <h2 className="govuk-heading-m" id="feedback-title">
        What residents are told
      </h2>
      {said.length === 0 ? null : (
        <Details summary={`What is said of ${said.length} ${said.length === 1 ? "item" : "items"}`}>
          <SummaryList rows={said.map(({ title, feedbackLine }) => ({ term: title, value: feedbackLine }))} />
        </Details>
      )}
      <Form ref={form} method="post" action={paths.tasking.record(reference)} noValidate preventScrollReset>
        <input type="hidden" name="intent" value="feedback" />
        <Select
          field={itemId}
          label="Which part of the agenda?"
          nothing="Choose"
          groups={[
            { label: "Not said yet", items: choicesOf(items.filter(({ id }) => asked.includes(id))) },
            { label: "Others", items: choicesOf(items.filter(({ id }) => !asked.includes(id))) },
          ].filter((group) => group.items.length > 0)}
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
      {asked.length < 2 ? null : (
        <Form method="post" action={paths.tasking.record(reference)} noValidate preventScrollReset>
          <p>Nothing is said yet of {asked.length} items. Say first what there is to tell.</p>
          <Button look="secondary" name="intent" value="feedback-rest">
            There is nothing to tell of the others
          </Button>
        </Form>
      )}
    </section>
  );
}

const choicesOf = (items: FeedbackFormProps["items"]) =>
  items.map(({ id, title, version }) => ({ value: `${id}.${version}`, words: title }));

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
