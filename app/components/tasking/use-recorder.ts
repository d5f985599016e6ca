import { useCallback, useEffect, useRef, useState } from "react";
import { textsOf } from "#app/components/abstraction/use-device.ts";
import { deviceStorage } from "#app/components/plan/device-storage.ts";
import { newKey } from "./new-key.ts";
import { sendRecord } from "./send-record.ts";
import {
  dropRecord,
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

export interface Recorder {
  waiting: readonly WaitingRecord[];
  /** The last few, the last first. */
  written: readonly WrittenRecord[];
  isSignedOut: boolean;
  /** Takes a form's words and empties it for the next. */
  take: (form: HTMLFormElement) => void;
  /** Takes something off the queue, to be mended or given up. */
  drop: (key: string) => void;
}

const againMs = 5_000;
const mostShown = 3;

/**
 * Recording at the speed of talk: what is written waits here until the server has it, in order, also over a dropped line
 * and a page that is loaded again. `onWritten` is told of each thing that was taken.
 */
export function useRecorder(
  { mark, reference }: RecordingPlace,
  onWritten: (written: WrittenRecord) => void,
): Recorder {
  const [waiting, setWaiting] = useState<readonly WaitingRecord[]>([]);
  const [written, setWritten] = useState<readonly WrittenRecord[]>([]);
  const [isSignedOut, setSignedOut] = useState(false);
  const queue = useRef<WaitingRecord[]>([]);
  const isSending = useRef(false);
  const told = useRef(onWritten);
  told.current = onWritten;

  const show = useCallback(() => {
    setWaiting([...queue.current]);
  }, []);
  const remove = useCallback(
    (key: string) => {
      queue.current = queue.current.filter((record) => record.key !== key);
      const storage = deviceStorage();
      if (storage !== null) dropRecord(storage, { mark, reference }, key);
      show();
    },
    [mark, reference, show],
  );
  const flush = useCallback(async () => {
    // One after another: they are written down in the order in which they were said.
    if (isSending.current) return;
    isSending.current = true;
    for (;;) {
      const next = queue.current.find(({ refusal }) => refusal === null);
      if (next === undefined) break;
      const answer = await sendRecord(reference, next.fields);
      setSignedOut(answer.state === "signed-out");
      if (answer.state === "sent") {
        remove(next.key);
        const taken = { number: answer.number, fields: next.fields };
        setWritten((before) => [taken, ...before].slice(0, mostShown));
        told.current(taken);
      } else if (answer.state === "refused") {
        const refused = { ...next, refusal: answer.messages };
        queue.current = queue.current.map((one) => (one.key === next.key ? refused : one));
        const storage = deviceStorage();
        if (storage !== null) keepRecord(storage, { mark, reference }, refused);
        show();
      } else break;
    }
    isSending.current = false;
  }, [mark, reference, remove, show]);

  useEffect(() => {
    const storage = deviceStorage();
    queue.current = storage === null ? [] : listRecords(storage, { mark, reference });
    show();
    const go = () => void flush();
    go();
    const again = setInterval(go, againMs);
    window.addEventListener("online", go);
    return () => {
      clearInterval(again);
      window.removeEventListener("online", go);
    };
  }, [mark, reference, flush, show]);

  const take = (form: HTMLFormElement) => {
    const texts = textsOf(form);
    const key = texts.get("key") ?? newKey();
    const filled = [...texts].filter(([, value]) => value.trim() !== "");
    const record = { key, at: new Date().toISOString(), fields: Object.fromEntries(filled), refusal: null };
    const storage = deviceStorage();
    if (storage !== null) keepRecord(storage, { mark, reference }, record);
    queue.current = [...queue.current, record];
    show();
    emptyForNext(form);
    void flush();
  };
  return { waiting, written, isSignedOut, take, drop: remove };
}

/** Empties what was said and makes a new key; who does it and by when stay as they were chosen. */
function emptyForNext(form: HTMLFormElement): void {
  const key = form.elements.namedItem("key");
  if (key instanceof HTMLInputElement) key.value = newKey();
  const boxes = [...form.querySelectorAll("textarea")];
  for (const box of boxes) box.value = "";
  boxes[0]?.focus();
}

/** Puts what was not taken back into its form, where it is mended; false where the page has no such form. */
export function putBack({ fields }: WaitingRecord): boolean {
  const form = document.getElementById(`record-${fields["intent"] ?? ""}`);
  if (!(form instanceof HTMLFormElement)) return false;
  for (const [name, value] of Object.entries(fields)) {
    const field = form.elements.namedItem(name);
    if (field instanceof RadioNodeList) field.value = value;
    else if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    )
      field.value = value;
  }
  form.querySelector("textarea")?.focus();
  return true;
}
