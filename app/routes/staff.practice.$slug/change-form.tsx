import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { practiceFieldErrors, PracticeFieldset } from "#app/components/practice/practice-fields.tsx";
import { toTyped, type PracticeFormFields } from "#app/components/practice/practice-schema.ts";
import type { WantedPractice } from "#app/domain/practice/practice.ts";
import { paths } from "#app/paths.ts";

interface ChangeFormProps {
  slug: string;
  version: number;
  item: WantedPractice;
  reply: SubmissionResult | undefined;
}

export function ChangeForm({ slug, version, item, reply }: ChangeFormProps) {
  const [, fields] = useForm<PracticeFormFields>({
    id: "change",
    lastResult: reply,
    defaultValue: toTyped(item),
  });
  return (
    <>
      <ErrorSummary fields={practiceFieldErrors(fields)} />
      <Details summary="Change the entry" isOpen={reply !== undefined}>
        <form method="post" action={paths.staff.practiceItem(slug)} noValidate>
          <input type="hidden" name="version" value={version} />
          <PracticeFieldset fields={fields} />
          <Button name="intent" value="change">
            Save the entry
          </Button>
        </form>
      </Details>
    </>
  );
}
