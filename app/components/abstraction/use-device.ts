import { useEffect, useState } from "react";
import { deviceStorage } from "#app/components/plan/device-storage.ts";
import { paths } from "#app/paths.ts";
import { keepForm, type KeptForm } from "./kept-form.ts";
import { sendEntry } from "./send-waiting.ts";
import { entryToKeep, keepWaiting } from "./waiting-entries.ts";

/** The texts of a form by name. */
export const textsOf = (form: HTMLFormElement): Map<string, string> =>
  new Map(
    [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value] as const] : [],
    ),
  );

const worker = "/abstractions-worker.js";

/** Lets a browser keep the empty form for when there is no signal. */
function keepOffline(): void {
  // Nothing of the page depends on it: a browser that refuses has the page without it.
  if (!("serviceWorker" in navigator)) return;
  navigator.serviceWorker
    .register(worker, { scope: paths.abstractions.home() })
    .then(() => navigator.serviceWorker.ready)
    .then((ready) => ready.active?.postMessage("keep"))
    .catch(() => undefined);
}

/**
 * The log on a device: keeps the empty form, sends what is saved, and keeps it where nobody answers. `send` takes a form
 * that is about to be sent.
 */
export function useDevice(form: KeptForm) {
  const [state, setState] = useState<"open" | "kept" | "full">("open");
  useEffect(() => {
    const storage = deviceStorage();
    if (storage !== null) keepForm(storage, form);
    keepOffline();
  }, [form]);
  const send = async (element: HTMLFormElement) => {
    const texts = textsOf(element);
    const answer = await sendEntry(Object.fromEntries([...texts].filter(([, value]) => value !== "")));
    if (answer.state === "sent") {
      window.location.assign(paths.abstractions.entry(answer.id, answer.did));
      return;
    }
    // The server says at which field it is wrong, and keeps what was typed.
    if (answer.state === "refused") {
      element.submit();
      return;
    }
    const storage = deviceStorage();
    const isKept = storage !== null && keepWaiting(storage, form.mark, entryToKeep(texts, new Date()));
    if (isKept && answer.state === "signed-out") window.location.assign(paths.abstractions.home());
    setState(isKept ? "kept" : "full");
    window.scrollTo({ top: 0 });
  };
  return { state, send: (element: HTMLFormElement) => void send(element) };
}
