import type { DeviceStorage } from "#app/components/abstraction/waiting-entries.ts";

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

const prefixOf = ({ mark, reference }: RecordingPlace) => `sn-tasking-waiting/${mark}/${reference}/`;

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

/** What an account has waiting here for a meeting, the first first. */
export function listRecords(storage: DeviceStorage, place: RecordingPlace): WaitingRecord[] {
  const prefix = prefixOf(place);
  return Array.from({ length: storage.length }, (_, index) => storage.key(index))
    .flatMap((key) => (key?.startsWith(prefix) === true ? readRecord(storage.getItem(key)) : []))
    .sort((one, other) => one.at.localeCompare(other.at));
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
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
