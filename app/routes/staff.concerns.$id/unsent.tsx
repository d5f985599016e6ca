import type { SubmissionResult } from "@conform-to/react";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { intentOf } from "./decision-form.tsx";
import type { Intent } from "./decision-schema.ts";

const written = ["title", "summary", "place", "answer"] as const;

interface UnsentProps {
  reply: SubmissionResult | undefined;
  forms: readonly Intent[];
}

/** What somebody wrote in a form that is gone, because another was quicker: theirs to copy. */
export function Unsent({ reply, forms }: UnsentProps) {
  const intent = intentOf(reply);
  if (reply === undefined || forms.some((form) => form === intent)) return null;
  const texts = written.flatMap((name) => {
    const text = reply.initialValue?.[name];
    return typeof text === "string" && text !== "" ? [text] : [];
  });
  if (texts.length === 0) return null;
  return (
    <InsetText>
      <p>What you wrote, which was not sent:</p>
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </InsetText>
  );
}
