import { linkPieces } from "./link-pieces.ts";

/** A message as it is sent: the same words as plain text and as HTML. */
export interface Letter {
  subject: string;
  text: string;
  html: string;
}

interface Words {
  subject: string;
  /** Plain text, paragraphs with an empty line between. */
  body: string;
  /** How to stop such messages; null for what cannot be stopped. */
  stop: { about: string; url: string } | null;
}

/** Puts a message together. Links are written out, and nothing in it is fetched from anywhere. */
export function letterOf({ subject, body, stop }: Words): Letter {
  const ending =
    stop === null
      ? []
      : [
          `You get this because you asked for emails about ${stop.about}.\nTo stop these emails, open ${stop.url}`,
        ];
  const line = oneLine(subject);
  const text = [body.replace(/\r\n?/g, "\n").trim(), ...ending].join("\n\n");
  return { subject: line, text: `${text}\n`, html: htmlOf(line, text) };
}

/** A subject is one line: what follows a line break could pass for a header. */
const oneLine = (subject: string) => subject.replace(/[\s\p{Cc}]+/gu, " ").trim();

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (letter) => escapes[letter] ?? letter);

/** Text with its links made to open; each says where it goes. */
const withLinks = (text: string) =>
  linkPieces(text)
    .map(({ text: piece, isLink }) =>
      isLink ? `<a href="${escaped(piece)}">${escaped(piece)}</a>` : escaped(piece),
    )
    .join("");

const style =
  "body{margin:0;padding:24px;color:#12304f;background:#fff;font:18px/1.5 Arial,sans-serif}" +
  "p{max-width:34em;margin:0 0 1em;overflow-wrap:anywhere}a{color:#1d5fa8}";

function htmlOf(subject: string, text: string): string {
  const paragraphs = text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${withLinks(paragraph).replaceAll("\n", "<br>\n")}</p>`);
  return [
    "<!doctype html>",
    '<html lang="en-GB">',
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>${escaped(subject)}</title><style>${style}</style></head>`,
    "<body>",
    ...paragraphs,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}
