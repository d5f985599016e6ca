import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ImportRefused, type JobDeps } from "#app/services/edition/import.server.ts";

export interface Download {
  url: string;
  /** What the file is called here, and in messages. */
  fileName: string;
  maxBytes: number;
  /** For the whole of it. */
  timeoutMs: number;
}

const mostRedirects = 5;

/**
 * Fetches a file to a temporary folder; call `remove` when done. Only https, except that an address on this very
 * machine may be http. Throws `ImportRefused` when it cannot be had, is too large, or takes too long.
 */
export async function downloadToTemporaryFile(
  deps: Pick<JobDeps, "progress" | "signal">,
  download: Download,
): Promise<{ path: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "safer-neighbourhoods-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  const path = join(folder, download.fileName);
  const timeout = AbortSignal.timeout(download.timeoutMs);
  const signal = AbortSignal.any([deps.signal, timeout]);
  try {
    const response = await follow(download.url, signal);
    const declared = Number(response.headers.get("content-length") ?? Number.NaN);
    const total = Number.isFinite(declared) ? declared : null;
    if (total !== null && total > download.maxBytes) throw tooLarge(download);
    if (response.body === null) throw new ImportRefused(`${download.url} answered with nothing.`);
    let done = 0;
    const reader = response.body.getReader();
    const counted = async function* () {
      for (let read = await reader.read(); !read.done; read = await reader.read()) {
        const chunk = read.value;
        done += chunk.byteLength;
        if (done > download.maxBytes) throw tooLarge(download);
        deps.progress({ stage: "Downloading", done, total, unit: "bytes" });
        yield chunk;
      }
    };
    await pipeline(Readable.from(counted()), createWriteStream(path), { signal });
    return { path, remove };
  } catch (error) {
    await remove();
    deps.signal.throwIfAborted();
    if (timeout.aborted) {
      throw new ImportRefused(
        `${download.url} took longer than ${Math.round(download.timeoutMs / 60_000)} minutes.`,
      );
    }
    if (error instanceof ImportRefused) throw error;
    const reason = error instanceof Error ? (error.cause instanceof Error ? error.cause : error).message : "";
    throw new ImportRefused(`${download.url} cannot be fetched: ${reason}.`);
  }
}

async function follow(given: string, signal: AbortSignal): Promise<Response> {
  if (!URL.canParse(given)) throw new ImportRefused(`${given} is not an address.`);
  let url = new URL(given);
  const mayBePlain = isLoopback(url);
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    if (url.protocol !== "https:" && !(mayBePlain && isLoopback(url))) {
      throw new ImportRefused(`${url.href} is not an https address; nothing was fetched from it.`);
    }
    const response = await fetch(url, { redirect: "manual", signal });
    const location = response.headers.get("location");
    if (response.status >= 300 && response.status < 400 && location !== null) {
      await response.body?.cancel();
      url = new URL(location, url);
      continue;
    }
    if (!response.ok)
      throw new ImportRefused(`${url.href} answered ${response.status} ${response.statusText}.`);
    return response;
  }
  throw new ImportRefused(`${given} sends us from address to address without end.`);
}

const isLoopback = (url: URL) =>
  url.protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);

const tooLarge = ({ url, maxBytes }: Download) =>
  new ImportRefused(`${url} is larger than ${Math.round(maxBytes / 1_000_000)} MB.`);
