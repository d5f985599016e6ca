import { decodeUtf8Strict } from "./utf8.server.ts";

interface Opened {
  name: string;
  open: () => AsyncIterable<Uint8Array>;
}

/** Whether every byte is UTF-8, or not text at all: what is neither is taken for Windows-1252. */
export async function isUtf8OrNoText({ open }: Opened): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let isUtf8 = true;
  let isFirst = true;
  for await (const chunk of open()) {
    // No text holds a zero; the strict reader says in words what it is instead.
    if (isFirst && chunk.subarray(0, 4096).includes(0)) return true;
    isFirst = false;
    // why: an entry must be read to its end, whatever is known by now.
    if (isUtf8) isUtf8 = decodes(decoder, chunk);
  }
  return isUtf8 && decodes(decoder, null);
}

function decodes(decoder: TextDecoder, chunk: Uint8Array | null): boolean {
  try {
    if (chunk === null) decoder.decode();
    else decoder.decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The text of a file as duty management systems save them: UTF-8, with or without a byte order mark, or Windows-1252. */
export async function* decodeText({ name, open }: Opened, isUtf8: boolean): AsyncGenerator<string> {
  if (isUtf8) {
    yield* decodeUtf8Strict(open(), name);
    return;
  }
  const decoder = new TextDecoder("windows-1252");
  for await (const chunk of open()) yield decoder.decode(chunk, { stream: true });
}
