import type { ListeningServer } from "#tests/support/listening-server.ts";
import { cookieOf } from "#tests/support/people.ts";
import { openBrowser, type TestBrowser } from "./resident-browser.ts";
import type { TaskingDesk, TaskingPerson } from "./tasking-desk.ts";

const members: readonly TaskingPerson[] = [
  "Chair",
  "Council officer",
  "Second council officer",
  "Housing officer",
  "Far officer",
];

/** The browser of somebody at the desk, signed in. */
export async function deskBrowser(
  server: ListeningServer,
  desk: TaskingDesk,
  name: TaskingPerson,
): Promise<TestBrowser> {
  const kind = members.includes(name) ? "member" : "staff";
  const [key = "", value = ""] = (await cookieOf(desk.db, { id: desk.id(name), kind })).split("=");
  return openBrowser(server.url, { [key]: value });
}

export type FormField = readonly [name: string, value: string];

export function formOf(...fields: readonly FormField[]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

export const htmlOf = async (response: Response | Promise<Response>): Promise<string> =>
  (await response).text();
