import type { Readable } from "node:stream";

const longestFirstLine = 1 << 16;

/** The first line of a stream, and the stream's bytes from the beginning again. */
export async function peekFirstLine(
  stream: Readable,
): Promise<{ firstLine: string; bytes: AsyncIterable<Buffer> }> {
  const source: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]();
  const head: Buffer[] = [];
  let length = 0;
  while (length < longestFirstLine) {
    const next = await source.next();
    if (next.done === true) break;
    head.push(next.value);
    length += next.value.length;
    if (next.value.includes("\n")) break;
  }
  const text = Buffer.concat(head).subarray(0, longestFirstLine).toString("utf8");
  async function* fromTheBeginning() {
    yield* head;
    yield* { [Symbol.asyncIterator]: () => source };
  }
  return { firstLine: text.split("\n", 1)[0] ?? "", bytes: fromTheBeginning() };
}
