import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { addDays } from "#app/domain/team/day.ts";
import * as schema from "#db/schema/index.ts";
import { listenForTest } from "#tests/support/listening-server.ts";
import { openTaskingDesk } from "./tasking-desk.ts";

/** Where an agency's own system reads its actions. */
export const list = "/api/v1/tasking/actions";

/** The key of a name. */
export const keyOf = (name: string) => `sn_${createHash("sha256").update(name).digest("base64url")}`;
const hash = (key: string) => createHash("sha256").update(key).digest("hex");

export type NewKey = Partial<typeof schema.agencyKeys.$inferInsert>;

interface ApiAction {
  number: string;
  state: string;
}

/** What the answers hold between them; each has some of it. */
interface Body {
  actions: ApiAction[];
  action: ApiAction;
  askAgainSince: string;
  next: string | null;
  errors: { field: string }[];
}

export interface Answer {
  status: number;
  headers: Headers;
  body: Body;
}

/** The desk of joint tasking with a server, and keys of the council and of housing. */
export async function openApiDesk() {
  const desk = await openTaskingDesk();
  const server = await listenForTest(desk.db);
  const addKey = async (agency: string, name = agency, more: NewKey = {}) => {
    const row = { agencyId: desk.id(agency), name, hash: hash(keyOf(name)), madeAt: desk.now };
    await desk.db
      .insert(schema.agencyKeys)
      .values({ ...row, id: desk.id(`key ${name}`), endsOn: addDays(desk.today, 100), ...more });
  };
  const ask = async (path: string, key: string | null, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(`${server.url}${path}`, {
      redirect: "manual",
      ...init,
      headers: {
        ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
        ...(init.body === undefined ? {} : { "Content-Type": "application/json" }),
        ...Object.fromEntries(new Headers(init.headers)),
      },
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get("Content-Type") ?? "");
    const body = JSON.parse(isJson ? text : "{}") as Body;
    return { status: response.status, headers: response.headers, body };
  };
  await addKey("council");
  await addKey("housing");
  return {
    ...desk,
    addKey,
    ask,
    log: server.log,
    get: (path: string, name: string) => ask(path, keyOf(name)),
    post: (id: string, name: string, said: unknown, init: RequestInit = {}) =>
      ask(`${list}/${id}`, keyOf(name), { method: "POST", body: JSON.stringify(said), ...init }),
    actionOf: async (id: string) =>
      (await desk.db.select().from(schema.taskingActions).where(eq(schema.taskingActions.id, id)))[0],
    close: async () => {
      await server.close();
      await desk.close();
    },
  };
}

export type ApiDesk = Awaited<ReturnType<typeof openApiDesk>>;

export const numbersOf = ({ body }: Answer) => body.actions.map(({ number }) => number);
