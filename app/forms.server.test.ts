import type { AppLoadContext } from "@remix-run/node";
import { expect, test } from "vitest";
import { z } from "zod";
import { badForm, hasRefusedForm, readForm } from "./forms.server.ts";

const schema = z.object({ postcode: z.string({ error: "Enter a postcode" }) });
const posted = (fields: Record<string, string>) =>
  new Request("http://localhost/find", { method: "POST", body: new URLSearchParams(fields) });

test("a good form is its value", async () => {
  const form = await readForm(posted({ postcode: "DE4 3AG" }), schema);
  expect(form.ok && form.value).toEqual({ postcode: "DE4 3AG" });
});

test.each([
  { name: "an empty field", fields: { postcode: "" } },
  { name: "a missing field", fields: {} },
])("$name is refused in the schema's words", async ({ fields }) => {
  const form = await readForm(posted(fields), schema);
  expect(form.ok ? null : form.reply.error).toEqual({ postcode: ["Enter a postcode"] });
});

test("a later refusal keeps what was typed", async () => {
  const form = await readForm(posted({ postcode: "hello" }), schema);
  const reply = form.ok ? form.refuse({ postcode: ["Not a postcode"] }) : null;
  expect(reply).toMatchObject({
    initialValue: { postcode: "hello" },
    error: { postcode: ["Not a postcode"] },
  });
});

test("only the request whose form was refused is remembered as refused", () => {
  // why: the context is only told apart here, never read.
  const contexts = [{}, {}] as [AppLoadContext, AppLoadContext];
  const answer = badForm(contexts[0], {}, {});
  expect([answer.init?.status, ...contexts.map(hasRefusedForm)]).toEqual([400, true, false]);
});
