import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { drawCard, type ShareCard } from "./draw-card.server.ts";

// A picture is some 25 kB and a tenth of a second of work: so many are kept, and no more are drawn at once than this.
const mostKept = 200;
const mostPerSecond = 2;
const mostAtOnce = 10;

const family = "Atkinson Hyperlegible Next";
const fontFiles = ["latin-400", "latin-700", "latin-ext-400", "latin-ext-700"].map(
  (part) => `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${part}-normal.woff2`,
);

let loading: Promise<Uint8Array[]> | null = null;

/** Reads the drawing program and the fonts, once. */
const load = (): Promise<Uint8Array[]> => (loading ??= loadOnce());

async function loadOnce(): Promise<Uint8Array[]> {
  const { resolve } = createRequire(import.meta.url);
  await initWasm(await readFile(resolve("@resvg/resvg-wasm/index_bg.wasm")));
  return Promise.all(fontFiles.map((file) => readFile(resolve(file))));
}

/** Names what a card says: the same words are the same picture. */
export const versionOfCard = (card: ShareCard): string =>
  createHash("sha256").update(drawCard(card)).digest("hex").slice(0, 12);

const kept = new Map<string, Uint8Array<ArrayBuffer>>();
let left = mostAtOnce;
let countedAt = 0;

/** Whether one more may be drawn now, so that whoever asks for many pictures takes no time from other pages. */
function mayDraw(nowMs: number): boolean {
  left = Math.min(mostAtOnce, left + ((nowMs - countedAt) / 1_000) * mostPerSecond);
  countedAt = nowMs;
  if (left < 1) return false;
  left -= 1;
  return true;
}

/** The card as PNG; null where too many were asked for at once, and the site's own picture has to do. */
export async function renderCard(card: ShareCard): Promise<Uint8Array<ArrayBuffer> | null> {
  const version = versionOfCard(card);
  const known = kept.get(version);
  if (known !== undefined) {
    // The last one to go is the one that was asked for last.
    kept.delete(version);
    kept.set(version, known);
    return known;
  }
  const fontBuffers = await load();
  if (!mayDraw(performance.now())) return null;
  const drawing = new Resvg(drawCard(card), { font: { fontBuffers, defaultFontFamily: family } });
  const picture = drawing.render();
  const png = new Uint8Array(picture.asPng());
  picture.free();
  drawing.free();
  kept.set(version, png);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return png;
}
