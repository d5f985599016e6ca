import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import { afterEach, expect, test } from "vitest";
import { downloadToTemporaryFile } from "#app/services/source/download.server.ts";
import type { Progress } from "#app/services/edition/import.server.ts";

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((done) => started.listen(0, "127.0.0.1", done));
  const address = started.address();
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
}

const progressed: Progress[] = [];
const fetchIt = (url: string, limits: { maxBytes?: number; timeoutMs?: number } = {}) =>
  downloadToTemporaryFile(
    { progress: (one) => progressed.push(one), signal: new AbortController().signal },
    { url, fileName: "boundaries.zip", maxBytes: 1_000, timeoutMs: 5_000, ...limits },
  );

test("follows a redirect on this machine, tells how far it is and cleans up", async () => {
  const base = await serve((request, response) => {
    if (request.url === "/old") response.writeHead(302, { location: "/new" }).end();
    else response.end("hello");
  });
  const { path, remove } = await fetchIt(`${base}/old`);
  expect(await readFile(path, "utf8")).toBe("hello");
  expect(progressed.at(-1)).toMatchObject({ done: 5, unit: "bytes" });
  await remove();
  expect(existsSync(path)).toBe(false);
});

test.each<[string, RequestListener, string]>([
  ["a 404", (_, response) => response.writeHead(404).end(), "answered 404"],
  [
    "a redirect to plain http elsewhere",
    (_, response) => response.writeHead(302, { location: "http://example.org/x.zip" }).end(),
    "http://example.org/x.zip is not an https address",
  ],
  [
    "a redirect to a file",
    (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
    "is not an https address",
  ],
  [
    "redirects without end",
    (_, response) => response.writeHead(302, { location: "/again" }).end(),
    "without end",
  ],
  ["a file declared too large", (_, response) => response.end(Buffer.alloc(2_000)), "larger than"],
  [
    "a file that grows too large",
    (_, response) => {
      response.write(Buffer.alloc(800));
      response.end(Buffer.alloc(800));
    },
    "larger than",
  ],
  [
    "a connection cut half way",
    (_, response) => {
      response.writeHead(200, { "content-length": "500" });
      response.write(Buffer.alloc(100), () => response.destroy());
    },
    "cannot be fetched",
  ],
])("refuses %s", async (_, listener, message) => {
  await expect(fetchIt(await serve(listener))).rejects.toThrow(message);
});

test("refuses plain http, and gives up in time", async () => {
  await expect(fetchIt("http://example.org/boundaries.zip")).rejects.toThrow("is not an https address");
  await expect(fetchIt("boundaries.zip")).rejects.toThrow("is not an address");
  const base = await serve(() => undefined);
  await expect(fetchIt(base, { timeoutMs: 100 })).rejects.toThrow("took longer");
});
