import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";

interface DoneFormProps {
  version: number;
  /** The address of the page, which takes the form. */
  to: string;
  agency: string;
  /** Whether the action serves a priority, on whose page residents read of it. */
  hasPage: boolean;
  reply: SubmissionResult | undefined;
}

/** What came of an action, and what residents may read of it. */
export function DoneForm({ version, to, agency, hasPage, reply }: DoneFormProps) {
  const [, { words, publicLine, withheldReason }] = useForm<
    Record<"words" | "publicLine" | "withheldReason", string>
  >({ id: "done", lastResult: reply });
  return (
    <section aria-labelledby="it-is-done">
      <h2 className="govuk-heading-m" id="it-is-done">
        It is done
      </h2>
      <ErrorSummary fields={[words, publicLine, withheldReason]} />
      <form method="post" action={to} noValidate>
        <input type="hidden" name="version" value={version} />
        <Textarea
          field={words}
          label="What came of it?"
          hint="A sentence is enough. The group reads it. Name nobody."
          rows={3}
        />
        {hasPage ? (
          <>
            <Textarea
              field={publicLine}
              label="What may residents read of it?"
              hint={`Begin with what you did, such as “repaired the lights on the rec”. They read “${agency} repaired the lights on the rec” and the day. The police look at it first.`}
              rows={2}
            />
            <Details
              summary="Residents should not read of it"
              isOpen={(withheldReason.initialValue ?? "") !== "" || withheldReason.errors !== undefined}
            >
              <Textarea
                field={withheldReason}
                label="Why not?"
                hint="Only the group reads this."
                rows={2}
              />
            </Details>
          </>
        ) : null}
        <Button name="answer" value="done">
          It is done
        </Button>
      </form>
    </section>
  );
}
