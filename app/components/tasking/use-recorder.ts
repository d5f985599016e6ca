import { useCallback, useEffect, useRef, useState } from "react";
import { textsOf } from "#app/components/abstraction/use-device.ts";
import { deviceStorage } from "#app/components/plan/device-storage.ts";
import { newKey } from "./new-key.ts";
import { emptyFields, fieldsOf, intentOf } from "./record-fields.ts";
import { sendRecord } from "./send-record.ts";
import {
  dropRecord,
  forgetOldRecords,
  keepRecord,
  listRecords,
  type RecordingPlace,
  type WaitingRecord,
} from "./waiting-records.ts";

/** What was taken, with the number it has now. */
interface WrittenRecord {
  number: number;
  fields: Readonly<Record<string, string>>;
}

/** What waits in the page; not kept, it is lost with the page. */
export interface QueuedRecord extends WaitingRecord {
  isKept: boolean;
}

export interface Recorder {
  waiting: readonly QueuedRecord[];
  /** The last few, the last first. */
  written: readonly WrittenRecord[];
  isSignedOut: boolean;
  /** Takes a form's words and empties it for the next. */
  take: (form: HTMLFormElement) => void;
  /** Sends something that was refused again, in its place, as a form has it now. */
  mend: (key: string, form: HTMLFormElement) => void;
  /** Keeps what was begun in forms that are about to go, and why it is not written down. */
  setAside: (forms: readonly HTMLFormElement[], why: string) => void;
  /** Gives something up. */
  drop: (key: string) => void;
}

const againMs = 5_000;
const mostShown = 3;

const wordsOf = (form: HTMLFormElement) =>
  Object.fromEntries([...textsOf(form)].filter(([name, value]) => name !== "key" && value.trim() !== ""));

/**
 * Recording at the speed of talk: what is written waits here until the server has it, in order, also over a dropped line
 * and a page that is loaded again. `onWritten` is told of each thing that was taken.
 */
export function useRecorder(
  { mark, reference }: RecordingPlace,
  onWritten: (written: WrittenRecord) => void,
): Recorder {
  const [waiting, setWaiting] = useState<readonly QueuedRecord[]>([]);
  const [written, setWritten] = useState<readonly WrittenRecord[]>([]);
  const [isSignedOut, setSignedOut] = useState(false);
  const queue = useRef<QueuedRecord[]>([]);
  const isSending = useRef(false);
  const taken = useRef(new Set<string>());
  const told = useRef(onWritten);
  told.current = onWritten;

  const show = useCallback((records: QueuedRecord[]) => {
    queue.current = records;
    setWaiting([...records]);
  }, []);
  const keep = useCallback(
    (record: WaitingRecord): QueuedRecord => {
      const storage = deviceStorage();
      return { ...record, isKept: storage !== null && keepRecord(storage, { mark, reference }, record) };
    },
    [mark, reference],
  );
  const forget = useCallback(
    (key: string) => {
      const storage = deviceStorage();
      if (storage !== null) dropRecord(storage, { mark, reference }, key);
    },
    [mark, reference],
  );
  const drop = useCallback(
    (key: string) => {
      forget(key);
      show(queue.current.filter((record) => record.key !== key));
    },
    [forget, show],
  );
  const flush = useCallback(async () => {
    // One after another: they are written down in the order in which they were said.
    if (isSending.current) return;
    isSending.current = true;
    for (;;) {
      const next = queue.current.find(({ refusal }) => refusal === null);
      if (next === undefined) break;
      const { key, at, fields } = next;
      const answer = await sendRecord(reference, { ...fields, key });
      setSignedOut(answer.state === "signed-out");
      if (answer.state === "sent") {
        drop(key);
        const entry = { number: answer.number, fields };
        setWritten((before) => [entry, ...before].slice(0, mostShown));
        told.current(entry);
      } else if (answer.state === "refused") {
        const refused = keep({ key, at, fields, refusal: answer.messages });
        show(queue.current.map((one) => (one.key === key ? refused : one)));
      } else break;
    }
    isSending.current = false;
  }, [reference, drop, keep, show]);

  useEffect(() => {
    const storage = deviceStorage();
    if (storage !== null) {
      const place = { mark, reference };
      const found = listRecords(storage, place);
      // What waited too long is shown this once more.
      forgetOldRecords(storage, new Date());
      const kept = new Set(listRecords(storage, place).map(({ key }) => key));
      show(found.map((record) => ({ ...record, isKept: kept.has(record.key) })));
    }
    const go = () => void flush();
    go();
    const again = setInterval(go, againMs);
    window.addEventListener("online", go);
    return () => {
      clearInterval(again);
      window.removeEventListener("online", go);
    };
  }, [mark, reference, flush, show]);

  useEffect(() => {
    const hold = (event: BeforeUnloadEvent) => {
      if (queue.current.some(({ isKept }) => !isKept)) event.preventDefault();
    };
    window.addEventListener("beforeunload", hold);
    return () => {
      window.removeEventListener("beforeunload", hold);
    };
  }, []);

  const take = (form: HTMLFormElement) => {
    const key = keyOf(form, taken.current);
    taken.current.add(key);
    const record = { key, at: new Date().toISOString(), fields: wordsOf(form), refusal: null };
    show([...queue.current, keep(record)]);
    emptyForNext(form);
    void flush();
  };
  const mend = (key: string, form: HTMLFormElement) => {
    const old = queue.current.find((record) => record.key === key);
    if (old === undefined) return;
    const mended = keep({ key: newKey(), at: old.at, fields: wordsOf(form), refusal: null });
    forget(key);
    show(queue.current.map((record) => (record === old ? mended : record)));
    void flush();
  };
  const setAside = useCallback(
    (forms: readonly HTMLFormElement[], why: string) => {
      const at = new Date().toISOString();
      const begun = forms.map((form) => keep({ key: newKey(), at, fields: wordsOf(form), refusal: [why] }));
      if (begun.length > 0) show([...queue.current, ...begun]);
    },
    [keep, show],
  );
  return { waiting, written, isSignedOut, take, mend, setAside, drop };
}

/**
 * The key that the form was drawn with, once: sent before script was at work, it is written down once all the same. The
 * page draws the form again with that key after each thing that is taken, and the next has to have another.
 */
function keyOf(form: HTMLFormElement, taken: ReadonlySet<string>): string {
  const drawn = textsOf(form).get("key");
  return drawn === undefined || taken.has(drawn) ? newKey() : drawn;
}

function emptyForNext(form: HTMLFormElement): void {
  const intent = intentOf(form);
  emptyFields(intent, fieldsOf(form));
  form.querySelector<HTMLElement>(intent === "carried" ? "select" : "textarea")?.focus();
}
