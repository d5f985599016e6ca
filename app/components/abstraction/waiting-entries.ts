import { partsOfDay } from "#app/domain/account/day-parts.ts";
import { isObject } from "#app/domain/is-object.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";

/** The part of a browser's storage that waiting entries need. */
export type DeviceStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** An entry that a device keeps until there is a signal: which post, which code, when. No names and no words. */
export interface WaitingEntry {
  id: string;
  /** When it was saved here. */
  at: string;
  fields: Readonly<Record<string, string>>;
  /** Why it was not taken, for the person to mend. */
  refusal: readonly string[] | null;
}

const prefix = "sn-abstraction-waiting/";
const keyOf = (mark: string, id: string) => `${prefix}${mark}/${id}`;

const keptNames = [
  "id",
  "postId",
  "code",
  "responseTeamId",
  "minimum",
  "actual",
  "when",
  "startsAt",
  "startSide",
  "endsAt",
  "endSide",
  "otherDay.day",
  "otherDay.month",
  "otherDay.year",
  "endDay.day",
  "endDay.month",
  "endDay.year",
];

/** What of a form may wait on a device; "today" becomes the day that it was. */
export function entryToKeep(form: ReadonlyMap<string, string>, now: Date): WaitingEntry {
  const kept = keptNames.flatMap((name) => {
    const value = form.get(name) ?? "";
    return value === "" ? [] : [[name, value] as const];
  });
  const hasTimes = kept.some(([name]) => name === "startsAt" || name === "endsAt");
  const day = form.get("day") ?? "today";
  const today = londonDay(now);
  const parts = partsOfDay(day === "yesterday" ? addDays(today, -1) : today);
  const dated: [string, string][] =
    day === "other"
      ? [["day", day]]
      : hasTimes
        ? [
            ["day", "other"],
            ...Object.entries(parts).map(([part, value]): [string, string] => [
              `otherDay.${part}`,
              value ?? "",
            ]),
          ]
        : [];
  const at = now.toISOString();
  return {
    id: form.get("id") ?? "",
    at,
    fields: { ...Object.fromEntries([...kept, ...dated]), at },
    refusal: null,
  };
}

/** Keeps an entry for an account; false where the device keeps nothing. */
export function keepWaiting(storage: DeviceStorage, mark: string, entry: WaitingEntry): boolean {
  try {
    storage.setItem(keyOf(mark, entry.id), JSON.stringify(entry));
    return true;
  } catch {
    // Full, or forbidden by the browser: whoever logs is told.
    return false;
  }
}

export const dropWaiting = (storage: DeviceStorage, mark: string, id: string): void =>
  storage.removeItem(keyOf(mark, id));

const keysOf = (storage: DeviceStorage, begins: string) =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index)).filter(
    (key): key is string => key?.startsWith(begins) === true,
  );

/** Whether anybody's entries wait here. */
export const hasWaiting = (storage: DeviceStorage): boolean => keysOf(storage, prefix).length > 0;

/** What this account has waiting on this device, the first first. */
export const listWaiting = (storage: DeviceStorage, mark: string): WaitingEntry[] =>
  keysOf(storage, `${prefix}${mark}/`)
    .flatMap((key) => readWaiting(storage.getItem(key)))
    .sort((a, b) => a.at.localeCompare(b.at));

const isTexts = (value: unknown): value is Record<string, string> =>
  isObject(value) && Object.values(value).every((one) => typeof one === "string");

function readWaiting(text: string | null): WaitingEntry[] {
  try {
    const read: unknown = JSON.parse(text ?? "null");
    if (!isObject(read) || !("id" in read && "at" in read && "fields" in read)) return [];
    const { id, at, fields } = read;
    if (typeof id !== "string" || typeof at !== "string" || !isTexts(fields)) return [];
    const refusal = "refusal" in read && Array.isArray(read.refusal) ? read.refusal.map(String) : null;
    return [{ id, at, fields, refusal }];
  } catch {
    return [];
  }
}
