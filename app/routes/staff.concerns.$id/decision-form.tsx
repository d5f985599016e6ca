import { useForm, type FieldMetadata, type SubmissionResult } from "@conform-to/react";
import type { ReactNode } from "react";
import { Button } from "#app/components/govuk/button.tsx";
import { paths } from "#app/paths.ts";
import type { DecisionFields, Intent } from "./decision-schema.ts";

/** What every form of the page needs to know. */
export interface FormFrame {
  concernId: string;
  /** The version that is shown now. */
  version: number;
  /** What came back of the form that was sent, if one was. */
  reply: SubmissionResult | undefined;
}

export type Fields = { [Name in keyof DecisionFields]: FieldMetadata<string> };

interface DecisionFormProps {
  frame: FormFrame;
  intent: Intent;
  title: string;
  button: string;
  isOpen?: boolean;
  defaultValue?: Partial<DecisionFields>;
  children: (fields: Fields) => ReactNode;
}

/** The form that a reply is of. */
export const intentOf = (reply: SubmissionResult | undefined): unknown => reply?.initialValue?.["intent"];

/** One decision: a small form of its own, folded away until it is wanted or something is wrong in it. */
export function DecisionForm(props: DecisionFormProps) {
  const { frame, intent, title, button, isOpen = false, defaultValue = {}, children } = props;
  const { concernId, version, reply } = frame;
  const isRefused = intentOf(reply) === intent;
  const [, fields] = useForm<DecisionFields>({
    id: intent,
    ...(isRefused ? { lastResult: reply } : {}),
    defaultValue,
  });
  return (
    <details className="sn-decision" open={isOpen || isRefused}>
      <summary className="sn-decision__title">{title}</summary>
      <form method="post" action={paths.staff.concern(concernId)} noValidate>
        <input type="hidden" name="intent" value={intent} />
        <input type="hidden" name="version" value={version} />
        {children(fields)}
        <Button look={isOpen ? "primary" : "secondary"}>{button}</Button>
      </form>
    </details>
  );
}
