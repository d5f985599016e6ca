import { isCode } from "#app/domain/abstraction/codes.ts";
import { isObject } from "#app/domain/is-object.ts";
import type { DeviceStorage } from "./waiting-entries.ts";

interface Choice {
  value: string;
  label: string;
}

/** What the empty form offers on a device without a signal. Posts by their references: no name is kept on a device. */
export interface KeptForm {
  /** Stands for the account that used the log last, and tells nothing of it. */
  mark: string;
  posts: readonly Choice[];
  codes: { first: readonly Choice[]; groups: readonly { words: string; items: readonly Choice[] }[] };
  teams: readonly { id: string; name: string; minimum: number }[];
}

const key = "sn-abstraction-form";

/** Keeps what the form offers, in place of another account's. */
export function keepForm(storage: DeviceStorage, form: KeptForm): void {
  try {
    storage.setItem(key, JSON.stringify(form));
  } catch {
    // A device that keeps nothing has no form without a signal.
  }
}

export const forgetForm = (storage: DeviceStorage): void => storage.removeItem(key);

const isChoices = (value: unknown): value is Choice[] =>
  Array.isArray(value) &&
  value.every(
    (one) =>
      isObject(one) &&
      "value" in one &&
      typeof one.value === "string" &&
      "label" in one &&
      typeof one.label === "string",
  );
const isTeams = (value: unknown): value is KeptForm["teams"] =>
  Array.isArray(value) &&
  value.every((one) => isObject(one) && "id" in one && "name" in one && "minimum" in one);
const isGroups = (value: unknown): value is KeptForm["codes"]["groups"] =>
  Array.isArray(value) && value.every((one) => isObject(one) && "items" in one && isChoices(one.items));

/** What the form offers here; null where nobody has opened it with a signal. */
export function readKeptForm(storage: DeviceStorage): KeptForm | null {
  try {
    const read: unknown = JSON.parse(storage.getItem(key) ?? "null");
    if (!isObject(read) || !("mark" in read && "posts" in read && "codes" in read && "teams" in read))
      return null;
    const { mark, posts, codes, teams } = read;
    if (typeof mark !== "string" || !isChoices(posts) || !isTeams(teams) || !isObject(codes)) return null;
    if (!("first" in codes && "groups" in codes) || !isChoices(codes.first) || !isGroups(codes.groups))
      return null;
    const { first, groups } = codes;
    return { mark, posts, teams, codes: { first: first.filter(({ value }) => isCode(value)), groups } };
  } catch {
    return null;
  }
}
