import { Link } from "@remix-run/react";
import { useCallback, useEffect, useState } from "react";
import { Button } from "#app/components/govuk/button.tsx";
import { deviceStorage } from "#app/components/plan/device-storage.ts";
import { timeInWords } from "#app/domain/calendar/words.ts";
import { paths } from "#app/paths.ts";
import { askMark, sendWaiting, type SendResult } from "./send-waiting.ts";
import { dropWaiting, hasWaiting, listWaiting, type WaitingEntry } from "./waiting-entries.ts";

const nothing: SendResult = { sent: [], waiting: [] };

/** Sends what this account logged without a signal, and says what became of it. Nothing where nothing waited. */
export function WaitingList({ known = null }: { known?: string | null }) {
  const [mark, setMark] = useState(known);
  const [result, setResult] = useState(nothing);
  const go = useCallback(async () => {
    const storage = deviceStorage();
    if (storage === null || !hasWaiting(storage)) return;
    const signedIn = await askMark();
    const whose = signedIn ?? known;
    if (whose === null) return;
    setMark(whose);
    const done =
      signedIn === null
        ? { sent: [], waiting: listWaiting(storage, whose) }
        : await sendWaiting(storage, whose);
    setResult(({ sent }) => ({ sent: [...sent, ...done.sent], waiting: done.waiting }));
  }, [known]);
  useEffect(() => {
    const again = () => void go();
    again();
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, [go]);
  const forget = ({ id }: WaitingEntry) => {
    const storage = deviceStorage();
    if (storage === null || mark === null) return;
    dropWaiting(storage, mark, id);
    setResult(({ sent }) => ({ sent, waiting: listWaiting(storage, mark) }));
  };
  if (result.sent.length === 0 && result.waiting.length === 0) return null;
  return (
    <section className="sn-waiting" aria-label="Logged without a signal" role="status">
      <ul className="govuk-list">
        {result.sent.map(({ entry, id }) => (
          <li key={entry.id}>
            <Link className="govuk-link" to={paths.abstractions.entry(id)}>
              {entry.fields["code"]}, logged at {timeInWords(new Date(entry.at))} without a signal
            </Link>
            : sent at {timeInWords(new Date())}
          </li>
        ))}
        {result.waiting.map((entry) => (
          <li key={entry.id}>
            {entry.fields["code"]}, logged at {timeInWords(new Date(entry.at))} without a signal:{" "}
            {entry.refusal === null ? (
              "waits on this device. Do not sign out before it is sent: that empties the device"
            ) : (
              <>
                not taken. {entry.refusal.join(". ")}.{" "}
                <a
                  className="govuk-link"
                  href={paths.abstractions.log(`post=${entry.fields["postId"] ?? ""}`)}
                >
                  Log it again
                </a>{" "}
                <Button look="plain" type="button" onClick={() => forget(entry)}>
                  Take it off this device
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
