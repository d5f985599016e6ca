import { useForm } from "@conform-to/react";
import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";
import { useState, type FormEvent, type ReactNode } from "react";
import type { AbstractionFrame } from "#app/components/abstraction/abstraction-frame.ts";
import { AbstractionPage } from "#app/components/abstraction/abstraction-page.tsx";
import { ChoiceGroups, type ChoiceGroup } from "#app/components/abstraction/choice-groups.tsx";
import { CoverFields } from "#app/components/abstraction/cover-fields.tsx";
import { entryFieldErrors, OtherTimes, TimeFields } from "#app/components/abstraction/entry-fields.tsx";
import type { LogFormFields } from "#app/components/abstraction/log-schema.ts";
import type { typedTimesOf } from "#app/components/abstraction/typed-times-of.ts";
import { MoreFields } from "#app/components/abstraction/more-fields.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { wholeFormId } from "#app/components/staff/form-errors.tsx";
import { plainField } from "#app/components/govuk/field.ts";
import { useHydrated } from "#app/components/use-hydrated.ts";
import { responseCover } from "#app/domain/abstraction/codes.ts";
import { paths } from "#app/paths.ts";

type Choice = ChoiceGroup["items"][number];

export interface LogView {
  /** The number of what is typed here. */
  id: string;
  /** Chosen at once: whose page it is, or who was asked for. */
  postId: string | null;
  posts: { onDuty: Choice[]; others: Choice[] };
  /** Those of the duty that it is logged in, where one was named. */
  times: ReturnType<typeof typedTimesOf> | null;
  codes: { first: Choice[]; groups: ChoiceGroup[] };
  teams: { id: string; name: string; minimum: number }[];
  priorities: { value: string; words: string }[];
  neighbourhoods: { label: string; items: { value: string; words: string }[] }[];
  mayTag: boolean;
  today: string;
}

export interface LogRefusal {
  reply?: SubmissionResult | undefined;
  messages?: readonly string[];
  sameTimeId?: string | null;
  /** In place of the number that was used for something else. */
  freshId?: string | null;
}

interface LogFormProps {
  frame: AbstractionFrame;
  view: LogView;
  refused: LogRefusal | undefined;
  /** Takes the form where script is at work. */
  onSend: (form: HTMLFormElement) => void;
  /** What became of it where it was not sent. */
  notice: ReactNode;
}

/** Who, which code, save: three taps. The rest is there for whoever needs it. */
export function LogForm({ frame, view, refused, onSend, notice }: LogFormProps) {
  const isHydrated = useHydrated();
  const [, fields] = useForm<LogFormFields>({
    id: "log",
    lastResult: refused?.reply,
    defaultValue: {
      postId: view.postId ?? "",
      // Of somebody who is not on duty it is mostly the shift that has just ended.
      when: view.posts.onDuty.length === 0 ? "shift" : "from-now",
      day: "today",
      ...view.times,
    },
  });
  const [code, setCode] = useState<string | undefined>(undefined);
  const chosen = code ?? fields.code.initialValue;
  const whole = { ...plainField(wholeFormId), errors: [...(refused?.messages ?? [])] };
  const sameTimeId = refused?.sameTimeId ?? null;
  return (
    <AbstractionPage
      frame={frame}
      title="Log an abstraction"
      errors={
        <ErrorSummary fields={[whole, fields.postId, ...entryFieldErrors(fields)]}>
          {sameTimeId === null ? null : (
            <Link className="govuk-link" to={paths.abstractions.entry(sameTimeId)}>
              See the entry that is there
            </Link>
          )}
        </ErrorSummary>
      }
    >
      {notice}
      <form
        id={wholeFormId}
        method="post"
        action={paths.abstractions.log()}
        noValidate
        onChange={(event: FormEvent<HTMLFormElement>) => {
          const { target } = event;
          if (target instanceof HTMLInputElement && target.name === "code") setCode(target.value);
        }}
        onSubmit={(event) => {
          event.preventDefault();
          onSend(event.currentTarget);
        }}
      >
        <input type="hidden" name="id" value={refused?.freshId ?? view.id} />
        <ChoiceGroups
          field={fields.postId}
          legend="Who?"
          first={view.posts.onDuty}
          more={{
            words: view.posts.onDuty.length === 0 ? "Nobody is on duty now" : "Not on duty now",
            groups: [{ words: "Not on duty now", items: view.posts.others }],
          }}
        />
        <ChoiceGroups
          field={fields.code}
          legend="Used for what?"
          first={view.codes.first}
          more={{ words: "All other codes", groups: view.codes.groups }}
        />
        <CoverFields fields={fields} teams={view.teams} isShown={!isHydrated || chosen === responseCover} />
        {view.times === null ? (
          <>
            <Radios
              field={fields.when}
              legend="When?"
              items={[
                { value: "from-now", label: "This shift, from now" },
                { value: "shift", label: "All of this shift" },
              ]}
            />
            <OtherTimes fields={fields} today={view.today} />
          </>
        ) : (
          <TimeFields fields={fields} today={view.today} />
        )}
        <MoreFields
          fields={fields}
          priorities={view.priorities}
          neighbourhoods={view.neighbourhoods}
          mayTag={view.mayTag}
        />
        <div className="sn-save">
          <Button>Save</Button>
        </div>
      </form>
    </AbstractionPage>
  );
}
