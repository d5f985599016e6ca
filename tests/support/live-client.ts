import { readLiveEntry, type LiveEntry } from "#app/domain/tasking/live-entry.ts";

/** An entry and when it arrived, by `performance.now()`. */
export interface HeardEntry extends LiveEntry {
  heardAt: number;
}

/** A screen that follows a meeting, as a browser does. */
export interface LiveClient {
  status: number;
  headers: Headers;
  heard: HeardEntry[];
  stamps: string[];
  /** Resolves when the server ends the stream, or the line breaks. */
  ended: Promise<void>;
  hangUp: () => void;
}

/** Opens a stream; `lastEventId` is what a browser that comes back had last. */
export async function openLive(url: string, cookie: string, lastEventId?: number): Promise<LiveClient> {
  const line = new AbortController();
  const response = await fetch(url, {
    signal: line.signal,
    redirect: "manual",
    headers: {
      Accept: "text/event-stream",
      Cookie: cookie,
      ...(lastEventId === undefined ? {} : { "Last-Event-ID": String(lastEventId) }),
    },
  });
  const heard: HeardEntry[] = [];
  const stamps: string[] = [];
  const hear = (event: string) => {
    const fields = new Map(event.split("\n").map((field) => [field.split(": ")[0], field.replace(/^\w+: /, "")]));
    const data = fields.get("data") ?? "";
    if (fields.get("event") === "changed") stamps.push(data);
    const entry = fields.get("event") === "entry" ? readLiveEntry(data) : null;
    if (entry !== null) heard.push({ ...entry, heardAt: performance.now() });
  };
  const ended = readEvents(response, hear).catch(() => undefined);
  const { status, headers } = response;
  const hangUp = () => {
    line.abort();
  };
  return { status, headers, heard, stamps, ended, hangUp };
}

async function readEvents(response: Response, hear: (event: string) => void): Promise<void> {
  if (response.body === null) return;
  let rest = "";
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    const events = (rest + text).split("\n\n");
    rest = events.pop() ?? "";
    for (const event of events) hear(event);
  }
}

/** Waits until something is so, looking often; throws in the end. */
export async function until(isSo: () => boolean, withinMs = 5_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`It was not so within ${withinMs} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
