import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { notifyTransport } from "./notify-transport.server.ts";
import type { Outgoing } from "./transport.ts";

const apiKey = "test-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0";
const posted = z.object({ reference: z.string() });

const message: Outgoing = {
  id: "0b8b6a0c-5d2f-4a59-9d0b-0e7b5bd54a01",
  recipient: "jo@example.org",
  subject: "Hello",
  text: "One.\n",
  html: "<p>One.</p>",
  isRepeat: false,
  calendar: null,
  unsubscribeUrl: null,
};

interface Reply {
  status: number;
  body: object;
}
const refused = (status: number, said: string): Reply => ({
  status,
  body: { status_code: status, errors: [{ error: "BadRequestError", message: said }] },
});

// A peer that speaks as Notify does: it keeps what it took, and finds it by reference.
let kept: unknown[];
let reply: Reply | "silence" | null;
let asked: string[];
let close: () => Promise<void>;
let url: string;

beforeEach(async () => {
  kept = [];
  asked = [];
  reply = null;
  const server = createServer((request, response) => {
    void bodyOf(request).then((text) => {
      asked.push(`${request.method ?? ""} ${request.url ?? ""}`);
      if (request.method === "POST") kept.push(JSON.parse(text));
      if (reply === "silence") return;
      const { status, body } =
        request.method === "GET"
          ? { status: 200, body: found(request.url ?? "") }
          : (reply ?? { status: 201, body: {} });
      if (status !== 201 && request.method === "POST") kept.pop();
      response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => {
        resolve();
      });
    });
});
afterEach(() => close());

const found = (path: string) => {
  const reference = new URL(path, url).searchParams.get("reference");
  return { notifications: kept.filter((one) => posted.parse(one).reference === reference), links: {} };
};

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += String(chunk);
  return text;
}

const transport = () => notifyTransport({ apiKey, templateId: "a-template" }, url, 500);

describe("through Notify", () => {
  test("a message goes with our id as its reference", async () => {
    expect(
      await transport().send({ ...message, unsubscribeUrl: "https://sn.example/unsubscribe/x" }),
    ).toEqual({
      kind: "sent",
    });
    expect(kept).toEqual([
      {
        template_id: "a-template",
        email_address: "jo@example.org",
        personalisation: { subject: "Hello", body: "One.\n" },
        reference: message.id,
        one_click_unsubscribe_url: "https://sn.example/unsubscribe/x",
      },
    ]);
    expect(asked).toEqual(["POST /v2/notifications/email"]);
  });

  test("what it has already is not sent again", async () => {
    reply = "silence";
    expect(await transport().send(message)).toEqual({ kind: "temporary", error: "Notify took too long" });
    expect(kept).toHaveLength(1);
    reply = null;
    expect(await transport().send({ ...message, isRepeat: true })).toEqual({ kind: "sent" });
    expect(kept).toHaveLength(1);
  });

  test("what it has not is sent on the repeat", async () => {
    expect(await transport().send({ ...message, isRepeat: true })).toEqual({ kind: "sent" });
    expect(kept).toHaveLength(1);
  });

  test.each([
    ["an address that is none", 400, "email_address jo@example is not valid", "permanent"],
    ["a template that is missing", 400, "Template not found", "temporary"],
    ["a wrong key", 403, "Invalid token: API key not found", "temporary"],
    ["too many", 429, "Exceeded rate limit", "temporary"],
    ["a fault of theirs", 500, "Internal server error", "temporary"],
  ])("%s", async (_, status, said, kind) => {
    reply = refused(status, said);
    expect(await transport().send(message)).toEqual({
      kind,
      error: `${status} ${said.replace("jo@example", "[address]")}`,
    });
  });

  test("nobody answers", async () => {
    await close();
    const outcome = await transport().send(message);
    expect(outcome).toMatchObject({ kind: "temporary" });
    expect(JSON.stringify(outcome)).toContain("ECONNREFUSED");
    close = () => Promise.resolve();
  });
});
