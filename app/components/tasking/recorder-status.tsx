import { Button } from "#app/components/govuk/button.tsx";
import { putBack, type Recorder } from "./use-recorder.ts";
import type { WaitingRecord } from "./waiting-records.ts";

const mostShown = 60;

/** Enough of what was written to know it by. */
function beginningOf(fields: Readonly<Record<string, string>>): string {
  const said = fields["task"] ?? fields["words"] ?? fields["outcome"] ?? "";
  return said.length > mostShown ? `${said.slice(0, mostShown)}…` : said;
}

/** What is not sent yet, what was not taken and why, and what was written down last. */
export function RecorderStatus({ recorder }: { recorder: Recorder }) {
  const { waiting, written, isSignedOut, drop } = recorder;
  const refused = waiting.filter(({ refusal }) => refusal !== null);
  const unsent = waiting.filter(({ refusal }) => refusal === null);
  return (
    <div className="sn-recorder">
      <div role="status">
        {written.map(({ number, fields }) => (
          <p key={number} className="sn-recorder__line">
            Written down as {number}: {beginningOf(fields)}
          </p>
        ))}
        {unsent.length === 0 ? null : (
          <p className="sn-recorder__line sn-recorder__line--waiting">
            Not sent yet: {unsent.length}.{" "}
            {isSignedOut ? "You are signed out. Sign in again in another tab; " : ""}
            it is kept on this device and sent by itself. Do not sign out before: that empties the device.
          </p>
        )}
        {unsent.map(({ key, fields }) => (
          <p key={key} className="sn-recorder__line">
            Not sent yet: {beginningOf(fields)}
          </p>
        ))}
      </div>
      {refused.length === 0 ? null : (
        <div role="alert">
          {refused.map((record) => (
            <Refused key={record.key} record={record} drop={drop} />
          ))}
        </div>
      )}
    </div>
  );
}

function Refused({ record, drop }: { record: WaitingRecord; drop: (key: string) => void }) {
  const { key, fields, refusal } = record;
  return (
    <div className="sn-recorder__refused">
      <p className="sn-recorder__line">
        <strong>Not written down:</strong> {beginningOf(fields)}
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {(refusal ?? []).map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
      <Button
        look="secondary"
        type="button"
        onClick={() => {
          if (putBack(record)) drop(key);
        }}
      >
        Put it back to mend it
      </Button>{" "}
      <Button
        look="plain"
        type="button"
        onClick={() => {
          drop(key);
        }}
      >
        Give it up
      </Button>
    </div>
  );
}
