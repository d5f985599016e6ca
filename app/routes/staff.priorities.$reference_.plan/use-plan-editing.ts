import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from "react";
import { dropDraft, keepDraft, readDrafts, type DraftOwner } from "#app/components/plan/drafts.ts";
import {
  arrived,
  isUnsent,
  left,
  restored,
  typed,
  type Editing,
  type ShownField,
} from "#app/domain/plan/editing.ts";
import { planFields, type PlanFieldName } from "#app/domain/plan/fields.ts";
import { deviceStorage } from "#app/components/plan/device-storage.ts";
import { editingsOf, hasUnsent, waitingIn, type Editings, type Trouble } from "./editings.ts";
import { openLine, type Line } from "./open-line.ts";
import type { LineStatus } from "./status-words.ts";
import { typedInForm } from "./typed-in-form.ts";

interface Setup {
  owner: DraftOwner;
  fields: readonly ShownField[];
  troubles: readonly Trouble[];
  form: RefObject<HTMLFormElement>;
}

/** A plan that somebody writes in: saved as they go, kept on the device until it is, and shared with who else writes. */
export function usePlanEditing({ owner: { mark, reference }, fields, troubles, form }: Setup) {
  const [editings, setEditings] = useState<Editings>(() => editingsOf(fields, troubles));
  const latest = useRef(editings);
  const inUse = useRef<PlanFieldName | null>(null);
  const line = useRef<Line | null>(null);
  const [heard, setHeard] = useState<Pick<LineStatus, "line" | "savedAt">>({ line: null, savedAt: null });
  const [isKept, setIsKept] = useState(true);
  const [isRestored, setIsRestored] = useState(false);

  const change = useCallback(
    (name: PlanFieldName, how: (editing: Editing) => Editing) => {
      const before = latest.current.get(name);
      if (before === undefined) return;
      const after = how(before);
      if (after === before) return;
      latest.current = new Map(latest.current).set(name, after);
      setEditings(latest.current);
      const storage = deviceStorage();
      const owner = { mark, reference };
      if (isUnsent(after)) setIsKept(storage !== null && keepDraft(storage, owner, name, after));
      else if (storage !== null) dropDraft(storage, owner, name, before.value);
    },
    [mark, reference],
  );

  useEffect(() => {
    const opened = openLine({
      reference,
      editings: () => latest.current,
      change,
      isInUse: (name) => inUse.current === name,
      hear: (now, savedAt) => {
        setHeard((before) => ({ line: now, savedAt: savedAt ?? before.savedAt }));
        if (now === "open") setIsRestored(false);
      },
    });
    line.current = opened;
    // What was typed while the script was on its way, then what an earlier visit left.
    for (const [name, value] of typedInForm(form.current))
      change(name, (one) => (one.value === value ? one : typed(one, value)));
    const storage = deviceStorage();
    const drafts = storage === null ? [] : readDrafts(storage, { mark, reference });
    for (const [name, draft] of drafts)
      change(name, (one) => (isUnsent(one) ? one : restored(draft, one.read)));
    setIsRestored(hasUnsent(latest.current));
    opened.now();
    return opened.close;
  }, [change, form, mark, reference]);

  useEffect(() => {
    for (const shown of fields)
      change(shown.name, (one) => arrived(one, shown, inUse.current === shown.name));
  }, [change, fields]);

  const does = useMemo(
    () => ({
      type: (name: PlanFieldName, value: string) => {
        change(name, (one) => typed(one, value));
        // Half a date is no date yet: it goes when somebody leaves its boxes.
        if (planFields[name].kind !== "day") line.current?.soon();
      },
      enter: (name: PlanFieldName) => {
        inUse.current = name;
      },
      leave: (name: PlanFieldName) => {
        inUse.current = null;
        change(name, left);
        line.current?.now();
      },
      choose: (name: PlanFieldName, choice: (editing: Editing) => Editing) => {
        change(name, choice);
        line.current?.now();
      },
      save: () => line.current?.now(),
    }),
    [change],
  );
  const status: LineStatus = {
    ...heard,
    hasUnsent: hasUnsent(editings),
    waiting: waitingIn(editings).map((name) => planFields[name].label),
    isKept,
    isRestored,
  };
  return { editings, status, ...does };
}

export type PlanEditing = ReturnType<typeof usePlanEditing>;
