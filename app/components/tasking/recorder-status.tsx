import type { ReactNode } from "react";
import { Button } from "#app/components/govuk/button.tsx";
import type { QueuedRecord, Recorder } from "./use-recorder.ts";

const mostShown = 60;
const wordNames = ["task", "words", "reason", "line", "position", "publicLine", "withheldReason"];

/** Enough of what was written to know it by. */
function beginningOf(fields: Readonly<Record<string, string>>): string {
  const said = fields["task"] ?? fields["words"] ?? fields["line"] ?? fields["outcome"] ?? "";
  return said.length > mostShown ? `${said.slice(0, mostShown)}…` : said;
}

/** Where what was refused stands, for a link to it. */
export const refusedId = "not-written";

interface RecorderStatusProps {
  recorder: Pick<Recorder, "waiting" | "written" | "isSignedOut" | "drop">;
  /** Draws what was refused as a form to mend it in; null where it cannot be sent again. */
  mend?: (record: QueuedRecord) => ReactNode;
}

/** What is not sent yet, what was not taken and why, and what was written down last. */
export function RecorderStatus({ recorder, mend }: RecorderStatusProps) {
  const { waiting, written, isSignedOut, drop } = recorder;
  const refused = waiting.filter(({ refusal }) => refusal !== null);
  const unsent = waiting.filter(({ refusal }) => refusal === null);
  return (
    <div className="sn-recorder" id={refusedId} tabIndex={-1}>
      <div role="status" aria-atomic="false">
        {written.map(({ number, fields }) => (
          <p key={number} className="sn-recorder__line">
            Written down as {number}: {beginningOf(fields)}
          </p>
        ))}
        {unsent.length === 0 ? null : (
          <p className="sn-recorder__line sn-recorder__line--waiting">
            Not sent yet: {unsent.length}.{" "}
            {isSignedOut ? "You are signed out. Sign in again in another tab; " : ""}
            it is sent by itself. Do not sign out before: that empties the device.
          </p>
        )}
        {waiting.every(({ isKept }) => isKept) ? null : (
          <p className="sn-recorder__line sn-recorder__line--waiting">
            This device keeps nothing: what is not sent is kept in this page alone. Do not close or reload it.
          </p>
        )}
        {unsent.map(({ key, fields }) => (
          <p key={key} className="sn-recorder__line">
            Not sent yet: {beginningOf(fields)}
          </p>
        ))}
      </div>
      {refused.map((record) => (
        <Refused key={record.key} record={record} mend={mend?.(record) ?? null} drop={drop} />
      ))}
    </div>
  );
}

interface RefusedProps {
  record: QueuedRecord;
  mend: ReactNode;
  drop: (key: string) => void;
}

function Refused({ record: { key, fields, refusal }, mend, drop }: RefusedProps) {
  return (
    <div className="sn-recorder__refused">
      <div role="alert">
        <p className="sn-recorder__line">
          <strong>Not written down:</strong> {beginningOf(fields)}
        </p>
        <ul className="govuk-list govuk-list--bullet">
          {(refusal ?? []).map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      </div>
      {mend ?? (
        <>
          <p className="sn-recorder__line">Copy it if you need it elsewhere, or delete it:</p>
          {wordNames.map((name) =>
            fields[name] === undefined ? null : (
              <p key={name} className="sn-entry__words">
                {fields[name]}
              </p>
            ),
          )}
        </>
      )}
      <Button
        look="plain"
        type="button"
        onClick={() => {
          drop(key);
        }}
      >
        Delete it
      </Button>
    </div>
  );
}
