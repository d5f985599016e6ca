import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";
import { EntryList } from "#app/components/tasking/entry-list.tsx";
import { refusedId } from "#app/components/tasking/recorder-status.tsx";
import { LiveStateLine } from "#app/components/tasking/live-state.tsx";
import type { useLiveEntries } from "#app/components/tasking/use-live-entries.ts";
import type { Recorder } from "#app/components/tasking/use-recorder.ts";
import { useHydrated } from "#app/components/use-hydrated.ts";
import { paths } from "#app/paths.ts";
import { ActionForm } from "./action-form.tsx";
import { replyFor } from "./acts.ts";
import { CarriedForm } from "./carried-form.tsx";
import { CarriedTable } from "./carried-table.tsx";
import { CorrectForm } from "./correct-form.tsx";
import { DecisionForm } from "./decision-form.tsx";
import { FeedbackForm } from "./feedback-form.tsx";
import { FinishForm } from "./finish-form.tsx";
import { NoteForm } from "./note-form.tsx";
import type { readRecord } from "./read-record.server.ts";
import { useShortcuts } from "./use-shortcuts.ts";

export type RecordView = NonNullable<Awaited<ReturnType<typeof readRecord>>>;

interface RecordingDeskProps {
  view: RecordView;
  reply: SubmissionResult | undefined;
  live: ReturnType<typeof useLiveEntries>;
  recorder: Recorder;
}

/** All that is written down in an open meeting, and the list of it that grows on every screen. */
export function RecordingDesk({ view, reply, live, recorder }: RecordingDeskProps) {
  const { reference, items, itemGroups, agencies, keys, correcting } = view;
  const isHydrated = useHydrated();
  useShortcuts();
  const common = { reference, items: itemGroups, onTake: recorder.take };
  const refused = recorder.waiting.filter(({ refusal }) => refusal !== null).length;
  const waiting = view.carried.filter(({ outcome }) => outcome === null);
  return (
    <>
      <p>
        <Link className="govuk-link" to={paths.tasking.door(reference)}>
          Who is here: the door
        </Link>
      </p>
      {isHydrated ? (
        <p className="sn-record__hint">
          <kbd className="sn-record__keys">Ctrl Enter</kbd> writes down what you type.{" "}
          <kbd className="sn-record__keys">Ctrl Shift 1</kbd> to <kbd className="sn-record__keys">4</kbd> lead
          from form to form.
        </p>
      ) : null}
      <div className="sn-record">
        <div className="sn-record__forms">
          {correcting === null ? null : (
            <CorrectForm
              key={correcting.number}
              {...common}
              recordKey={keys.correct}
              reply={replyFor(reply, "correct")}
              entry={correcting}
            />
          )}
          <NoteForm {...common} recordKey={keys.note} reply={replyFor(reply, "note")} />
          <DecisionForm {...common} recordKey={keys.decision} reply={replyFor(reply, "decision")} />
          <ActionForm
            {...common}
            recordKey={keys.action}
            reply={replyFor(reply, "action")}
            agencies={agencies}
            dueOn={view.dueOn}
          />
          <CarriedTable carried={view.carried} />
          {waiting.length === 0 ? null : (
            <CarriedForm
              {...common}
              recordKey={keys.carried}
              reply={replyFor(reply, "carried")}
              agencies={agencies}
              actions={waiting.map(({ id, name, task }) => ({ value: id, words: `${name}: ${task}` }))}
            />
          )}
          {items.length === 0 ? null : (
            <FeedbackForm
              reference={reference}
              reply={replyFor(reply, "feedback")}
              items={items}
              asked={view.lacks.flatMap(({ part, subject }) => (part === "feedback" ? (subject ?? []) : []))}
            />
          )}
          {view.mayFinish ? (
            <FinishForm
              reference={reference}
              reply={replyFor(reply, "finish")}
              lacks={view.lacks}
              nextOn={view.nextOn}
              waiting={recorder.waiting.length}
            />
          ) : null}
        </div>
        <section className="sn-record__list" aria-labelledby="list-title">
          <h2 className="govuk-heading-m" id="list-title">
            Written down
          </h2>
          {refused === 0 ? null : (
            <p className="sn-recorder__line sn-recorder__line--waiting">
              <a className="govuk-link" href={`#${refusedId}`}>
                Not written down: {refused}. Mend or delete {refused === 1 ? "it" : "them"}
              </a>
            </p>
          )}
          <LiveStateLine state={live.state} to={paths.tasking.record(reference)} onRefresh={live.refresh} />
          <EntryList
            entries={live.entries}
            items={items}
            more={({ number, kind }) =>
              kind === "note" || kind === "decision" ? (
                <Link className="govuk-link" to={paths.tasking.record(reference, `correct=${number}`)}>
                  Put {number} right
                </Link>
              ) : null
            }
          />
        </section>
      </div>
    </>
  );
}
