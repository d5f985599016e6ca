import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Response } from "express";

const escape = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** What the process itself has to say, where no page of ours can: in the house's style sheet, without script. */
export function createPlainPage(clientFolder: string) {
  const stylesheet = findStylesheet(clientFolder);
  return (response: Response, status: number, title: string, message: string) => {
    response
      .status(status)
      .set("Cache-Control", "no-store")
      .type("html")
      .send(
        `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${escape(title)}</title>` +
          `<meta name="viewport" content="width=device-width, initial-scale=1">` +
          (stylesheet === null ? "" : `<link rel="stylesheet" href="${stylesheet}">`) +
          `</head><body class="govuk-template__body"><div class="govuk-width-container">` +
          `<main class="govuk-main-wrapper"><h1 class="govuk-heading-l">${escape(title)}</h1>` +
          `<p class="govuk-body">${escape(message)}</p>` +
          `<p class="govuk-body"><a class="govuk-link" href="/">Go to the start page</a></p>` +
          `<p class="govuk-body">In an emergency call 999.</p></main></div></body></html>`,
      );
  };
}

export type PlainPage = ReturnType<typeof createPlainPage>;

function findStylesheet(clientFolder: string): string | null {
  try {
    const name = readdirSync(join(clientFolder, "assets")).find((file) =>
      /^(app|root|main)-.*\.css$/.test(file),
    );
    return name === undefined ? null : `/assets/${name}`;
  } catch {
    return null;
  }
}
