import { isCodePointLine } from "./import-code-point.server.ts";
import { isOnspdHeader } from "./import-onspd.server.ts";
import { isPlainHeader } from "./import-plain.server.ts";

export const postcodeFormats = ["code-point", "onspd", "plain"] as const;
export type PostcodeFormat = (typeof postcodeFormats)[number];

/** The format of a CSV file by its first line, or null when it is none of ours. */
export function formatOf(firstLine: string): PostcodeFormat | null {
  const fields = firstLine
    .replace(/^\uFEFF|\r?\n.*$/gs, "")
    .split(",")
    .map((field) => field.trim().replace(/^"(.*)"$/, "$1"));
  const names = fields.map((field) => field.toLowerCase());
  if (isOnspdHeader(names)) return "onspd";
  if (isPlainHeader(names)) return "plain";
  return isCodePointLine(fields) ? "code-point" : null;
}
