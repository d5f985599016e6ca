import type { ReactNode } from "react";
import type { FieldMetadata } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";

interface ReasonFormProps {
  /** What stands on the line that hides it. */
  summary: string;
  isOpen: boolean;
  to: string;
  /** Of what it is about, as it was read. */
  version: number;
  field: FieldMetadata<string>;
  label: string;
  hint: string;
  rows?: number;
  button: { name: string; value: string; words: string };
  /** What comes of it, said before it is asked. */
  children?: ReactNode;
}

/** An act that asks why, behind a line of its own. What is wrong with it is said where its page says so. */
export const ReasonForm = ({
  summary,
  isOpen,
  to,
  version,
  field,
  label,
  hint,
  rows = 3,
  button: { words, ...button },
  children,
}: ReasonFormProps) => (
  <Details summary={summary} isOpen={isOpen}>
    {children}
    <form method="post" action={to} noValidate>
      <input type="hidden" name="version" value={version} />
      <Textarea field={field} label={label} hint={hint} rows={rows} />
      <Button look="secondary" {...button}>
        {words}
      </Button>
    </form>
  </Details>
);
