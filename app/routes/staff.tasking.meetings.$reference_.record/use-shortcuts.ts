import { useEffect } from "react";
import { firstFieldOf } from "#app/components/tasking/record-fields.ts";
import { recordFormId } from "./acts.ts";

const forms = (["note", "decision", "action", "carried"] as const).map(recordFormId);

/** Ctrl and Enter sends the form that is written in; Ctrl, Shift and a number leads to one. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      const { code, key, shiftKey, target } = event;
      const form = target instanceof HTMLElement ? target.closest("form") : null;
      if (key === "Enter" && form?.id.startsWith("record-") === true) {
        event.preventDefault();
        form.requestSubmit();
        return;
      }
      const place = shiftKey ? /^Digit([1-4])$/.exec(code)?.[1] : undefined;
      const wanted = place === undefined ? null : document.getElementById(forms[Number(place) - 1] ?? "");
      if (!(wanted instanceof HTMLFormElement)) return;
      event.preventDefault();
      firstFieldOf(wanted)?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("keydown", onKey);
    };
  }, []);
}
