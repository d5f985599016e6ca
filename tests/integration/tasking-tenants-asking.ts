import type { ListeningServer } from "#tests/support/listening-server.ts";
import type { Fields } from "./tasking-tenants-addresses.ts";

export interface Answer {
  status: number;
  location: string;
  /** What came, without what is new in every answer. */
  text: string;
  headers: string;
  /** What was asked of the database for it, where that can be heard. */
  statements: readonly string[];
}

// Keys that a form is sent with are made for each page that is drawn, and some pages say when that was.
const newEachTime = /nonce="[^"]*"|'nonce-[^']*'|"nonce":"[^"]*"|D\\*",\d{13}|[0-9a-f]{8}-[0-9a-f-]{27}/g;
const changing = new Set(["date", "x-request-id", "ratelimit", "set-cookie", "location"]);

/** So that it believes from where each request says it comes: none is one too many of one client. */
export const trusting = { TRUST_PROXY: "127.0.0.1" };

/** Asks a server, and hears what it asks of its database meanwhile. */
export function openAsking(server: ListeningServer, heard: string[]) {
  let asked = 0;
  return async (path: string, headers: Readonly<Record<string, string>>, form?: Fields): Promise<Answer> => {
    const isApi = path.startsWith("/api/");
    const body =
      form === undefined
        ? undefined
        : isApi
          ? JSON.stringify({ ...form, version: 1 })
          : new URLSearchParams(form);
    asked += 1;
    const from = `10.0.${Math.floor(asked / 250)}.${asked % 250}`;
    const before = heard.length;
    const response = await fetch(`${server.url}${path}`, {
      redirect: "manual",
      headers: {
        ...headers,
        "X-Forwarded-For": from,
        ...(isApi && form !== undefined ? { "Content-Type": "application/json" } : {}),
      },
      ...(body === undefined ? {} : { method: "POST", body }),
    });
    const text = await textOf(response);
    // What was asked for is said back: by whichever name.
    const named = [...path.split(/[/?]/), ...Object.values(form ?? {})];
    const names = named.filter((part) => /^[A-Z]-\w{5}$|^[A-Z]{2,3}$|-agency$|^[0-9a-f-]{36}/.test(part));
    const requestId = response.headers.get("X-Request-Id") ?? "";
    if (requestId !== "") names.push(requestId);
    const plain = (said: string) =>
      names.reduce(
        (left, name) => left.replaceAll(new RegExp(`\\b${name}\\b`, "g"), "NAME"),
        said.replaceAll(newEachTime, "nonce"),
      );
    return {
      status: response.status,
      location: plain(decodeURIComponent(response.headers.get("Location") ?? "")),
      text: plain(text),
      headers: plain(
        [...response.headers]
          .filter(([name]) => !changing.has(name))
          .map(([name, value]) => `${name}: ${value}`)
          .join("\n"),
      ),
      statements: heard.slice(before),
    };
  };
}
export type Ask = ReturnType<typeof openAsking>;

/** A stream goes on for ever: its beginning is enough. */
async function textOf(response: Response): Promise<string> {
  if (!/event-stream/.test(response.headers.get("Content-Type") ?? "")) return response.text();
  const reader = response.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(first?.value);
}

const compared = ["status", "location", "headers", "text"] as const;
const shownAt = 300;

/** How one answer is told from another; nothing where they are alike in all, and took the same way through the database. */
export const difference = (one: Answer, other: Answer): string[] =>
  compared
    .filter((part) => one[part] !== other[part])
    .map(
      (part) =>
        `${part}: ${[one, other].map((said) => String(said[part]).slice(0, shownAt)).join(" against ")}`,
    )
    .concat(
      one.statements.join("\n") === other.statements.join("\n")
        ? []
        : [`${one.statements.length} statements against ${other.statements.length}`],
    );
