import type { DeviceStorage } from "#app/components/abstraction/waiting-entries.ts";
import { isObject } from "#app/domain/is-object.ts";

/** Something written in the room that the server has not acknowledged yet. It goes from the device as soon as it has. */
export interface WaitingRecord {
  key: string;
  /** When it was written here, as ISO text. */
  at: string;
  fields: Readonly<Record<string, string>>;
  /** Why it was not taken, for the person to mend. */
  refusal: readonly string[] | null;
}

/** Whose it is and of which meeting. */
export interface RecordingPlace {
  mark: string;
  reference: string;
}

const prefix = "sn-tasking-waiting/";
const prefixOf = ({ mark, reference }: RecordingPlace) => `${prefix}${mark}/${reference}/`;
/** A long weekend without a line; restricted words stay on no device for longer. */
const keptMs = 72 * 3_600_000;

/** Keeps something for an account; false where the device keeps nothing. */
export function keepRecord(storage: DeviceStorage, place: RecordingPlace, record: WaitingRecord): boolean {
  try {
    storage.setItem(prefixOf(place) + record.key, JSON.stringify(record));
    return true;
  } catch {
    // Full, or forbidden by the browser: it waits in the page alone.
    return false;
  }
}

export const dropRecord = (storage: DeviceStorage, place: RecordingPlace, key: string): void =>
  storage.removeItem(prefixOf(place) + key);

const keysOf = (storage: DeviceStorage, start: string): string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index)).flatMap((key) =>
    key?.startsWith(start) === true ? [key] : [],
  );

/** Whether anybody has something waiting on this device. */
export const hasRecords = (storage: DeviceStorage): boolean => keysOf(storage, prefix).length > 0;

/** Forgets all that waits on this device, of whatever account and meeting, as somebody signs out of it. */
export function forgetRecords(storage: DeviceStorage): void {
  for (const key of keysOf(storage, prefix)) storage.removeItem(key);
}

/** Forgets what has waited too long, of whatever account and meeting, and what nobody can read any more. */
export function forgetOldRecords(storage: DeviceStorage, now: Date): void {
  const oldest = new Date(now.getTime() - keptMs).toISOString();
  for (const key of keysOf(storage, prefix)) {
    const [record] = readRecord(storage.getItem(key));
    if (record === undefined || record.at < oldest) storage.removeItem(key);
  }
}

/** What an account has waiting here for a meeting, the first first. */
export function listRecords(storage: DeviceStorage, place: RecordingPlace): WaitingRecord[] {
  return keysOf(storage, prefixOf(place))
    .flatMap((key) => readRecord(storage.getItem(key)))
    .sort((one, other) => one.at.localeCompare(other.at));
}

const isTexts = (value: unknown): value is Record<string, string> =>
  isObject(value) && Object.values(value).every((one) => typeof one === "string");

function readRecord(text: string | null): WaitingRecord[] {
  try {
    const read: unknown = JSON.parse(text ?? "null");
    if (!isObject(read) || !("key" in read && "at" in read && "fields" in read)) return [];
    const { key, at, fields } = read;
    if (typeof key !== "string" || typeof at !== "string" || !isTexts(fields)) return [];
    const refusal = "refusal" in read && Array.isArray(read.refusal) ? read.refusal.map(String) : null;
    return [{ key, at, fields, refusal }];
  } catch {
    return [];
  }
}
