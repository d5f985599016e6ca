import { isObject } from "#app/domain/is-object.ts";
import type { Draft } from "#app/domain/plan/editing.ts";
import { planFieldNames, type PlanFieldName } from "#app/domain/plan/fields.ts";

/** The part of a browser's storage that drafts need. */
export type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** Whose drafts, of which plan. The mark stands for an account and tells nothing of it. */
export interface DraftOwner {
  mark: string;
  reference: string;
}

const prefix = "sn-plan-draft/";
const keyOf = ({ mark, reference }: DraftOwner, name: PlanFieldName) =>
  `${prefix}${mark}/${reference}/${name}`;

/** Keeps what was written in a field and is not saved yet; false where the device keeps nothing. */
export function keepDraft(
  storage: DraftStorage,
  owner: DraftOwner,
  name: PlanFieldName,
  { value, read, sent }: Draft,
): boolean {
  try {
    storage.setItem(keyOf(owner, name), JSON.stringify({ value, read, sent }));
    return true;
  } catch {
    // Full, or forbidden by the browser: whoever writes is told.
    return false;
  }
}

/** Forgets the draft of a field, unless another window has written another one. */
export function dropDraft(
  storage: DraftStorage,
  owner: DraftOwner,
  name: PlanFieldName,
  saved: string,
): void {
  if (readDraft(storage, keyOf(owner, name))?.value === saved) storage.removeItem(keyOf(owner, name));
}

/** What this account has kept of a plan on this device. */
export const readDrafts = (storage: DraftStorage, owner: DraftOwner): Map<PlanFieldName, Draft> =>
  new Map(
    planFieldNames.flatMap((name) => {
      const draft = readDraft(storage, keyOf(owner, name));
      return draft === null ? [] : [[name, draft] as const];
    }),
  );

/** Forgets every draft of everybody on this device, as somebody signs out of it. */
export function forgetDrafts(storage: DraftStorage): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  for (const key of keys) if (key?.startsWith(prefix) === true) storage.removeItem(key);
}

function readDraft(storage: DraftStorage, key: string): Draft | null {
  try {
    const draft: unknown = JSON.parse(storage.getItem(key) ?? "null");
    return isDraft(draft) ? draft : null;
  } catch {
    return null;
  }
}

function isDraft(value: unknown): value is Draft {
  if (!isObject(value) || !("value" in value && "read" in value && "sent" in value)) return false;
  const { read, sent } = value;
  return (
    typeof value.value === "string" &&
    (sent === null || typeof sent === "string") &&
    isObject(read) &&
    "value" in read &&
    typeof read.value === "string" &&
    "version" in read &&
    typeof read.version === "number"
  );
}
