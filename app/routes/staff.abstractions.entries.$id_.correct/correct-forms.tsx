import { useForm, type SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";
import { useState } from "react";
import type { AbstractionFrame } from "#app/components/abstraction/abstraction-frame.ts";
import { AbstractionPage } from "#app/components/abstraction/abstraction-page.tsx";
import { ChoiceGroups, type ChoiceGroup } from "#app/components/abstraction/choice-groups.tsx";
import { CoverFields } from "#app/components/abstraction/cover-fields.tsx";
import { entryFieldErrors, TimeFields } from "#app/components/abstraction/entry-fields.tsx";
import type { EntryFormFields } from "#app/components/abstraction/entry-schema.ts";
import { MoreFields } from "#app/components/abstraction/more-fields.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { plainField } from "#app/components/govuk/field.ts";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { wholeFormId } from "#app/components/staff/form-errors.tsx";
import { useHydrated } from "#app/components/use-hydrated.ts";
import { responseCover } from "#app/domain/abstraction/codes.ts";
import { paths } from "#app/paths.ts";

// An interface would want an index for every other name.
type CorrectFields = EntryFormFields & { changeReason: string };

interface CorrectFormsProps {
  frame: AbstractionFrame;
  view: {
    id: string;
    who: string;
    version: number;
    typed: EntryFormFields;
    codes: { first: ChoiceGroup["items"]; groups: readonly ChoiceGroup[] };
    teams: readonly { id: string; name: string; minimum: number }[];
    priorities: readonly { value: string; words: string }[];
    neighbourhoods: readonly { label: string; items: readonly { value: string; words: string }[] }[];
    mayTag: boolean;
    today: string;
  };
  refused: { reply: SubmissionResult; messages?: readonly string[]; sameTimeId?: string | null } | undefined;
}

/** The next version of an entry, or its withdrawal, each with why. */
export function CorrectForms({ frame, view, refused }: CorrectFormsProps) {
  const isHydrated = useHydrated();
  const isWithdrawing = refused?.reply.initialValue?.["intent"] === "withdraw";
  const [, fields] = useForm<CorrectFields>({
    id: "correct",
    lastResult: isWithdrawing ? undefined : refused?.reply,
    defaultValue: view.typed,
  });
  const [, leaving] = useForm<{ changeReason: string }>({
    id: "withdraw",
    lastResult: isWithdrawing ? refused.reply : undefined,
  });
  const [code, setCode] = useState<string | undefined>(undefined);
  const chosen = code ?? fields.code.initialValue;
  const whole = { ...plainField(wholeFormId), errors: [...(refused?.messages ?? [])] };
  const sameTimeId = refused?.sameTimeId ?? null;
  const to = paths.abstractions.correct(view.id);
  return (
    <AbstractionPage
      frame={frame}
      title={`Correct an entry: ${view.who}`}
      errors={
        <ErrorSummary
          fields={[whole, ...entryFieldErrors(fields), fields.changeReason, leaving.changeReason]}
        >
          {sameTimeId === null ? null : (
            <Link className="govuk-link" to={paths.abstractions.entry(sameTimeId)}>
              See the entry that is there
            </Link>
          )}
        </ErrorSummary>
      }
    >
      <p>What it says now is kept, with why it was changed.</p>
      <form
        id={wholeFormId}
        method="post"
        action={to}
        noValidate
        onChange={({ target }) => {
          if (target instanceof HTMLInputElement && target.name === "code") setCode(target.value);
        }}
      >
        <input type="hidden" name="version" value={view.version} />
        <ChoiceGroups
          field={fields.code}
          legend="Used for what?"
          first={view.codes.first}
          more={{ words: "All other codes", groups: view.codes.groups }}
        />
        <CoverFields fields={fields} teams={view.teams} isShown={!isHydrated || chosen === responseCover} />
        <TimeFields fields={fields} today={view.today} />
        <MoreFields
          fields={fields}
          priorities={view.priorities}
          neighbourhoods={view.neighbourhoods}
          mayTag={view.mayTag}
        />
        <TextInput field={fields.changeReason} label="Why is it changed?" hint="Name nobody" />
        <Button name="intent" value="correct">
          Save the correction
        </Button>
      </form>
      <h2 className="govuk-heading-m">It never was</h2>
      <form method="post" action={to} noValidate>
        <input type="hidden" name="version" value={view.version} />
        <TextInput field={leaving.changeReason} label="Why is it withdrawn?" hint="Name nobody" />
        <Button name="intent" value="withdraw" look="secondary">
          Withdraw the entry
        </Button>
      </form>
      <p>
        <Link className="govuk-link" to={paths.abstractions.entry(view.id)}>
          Back to the entry
        </Link>
      </p>
    </AbstractionPage>
  );
}
