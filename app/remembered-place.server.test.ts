import { describe, expect, test } from "vitest";
import { recallPlace, rememberPlace } from "./remembered-place.server.ts";

const [plain, secure] = ["http://localhost:3000", "https://neighbourhoods.example"];
const place = { postcode: "SK13 0LU", slug: "gamesley", nextTo: ["glossop"] };

const asking = (cookie: string) => new Request(plain, { headers: { Cookie: cookie } });
const cookieOf = async (publicUrl: string) => (await rememberPlace(place, publicUrl))["Set-Cookie"];
const valueOf = (setCookie: string) => setCookie.split(";")[0] ?? "";

describe("what is remembered", () => {
  test.each([plain, secure])("comes back as it was at %s", async (publicUrl) => {
    expect(await recallPlace(asking(valueOf(await cookieOf(publicUrl))), publicUrl)).toEqual(place);
  });

  test.each([
    { name: "nothing", cookie: "" },
    { name: "no base64", cookie: "place=%%%" },
    { name: "another shape", cookie: `place=${encodeURIComponent(btoa(JSON.stringify({ postcode: 1 })))}` },
    {
      name: "a postcode that is a novel",
      cookie: `place=${encodeURIComponent(btoa(JSON.stringify({ ...place, postcode: "x".repeat(50) })))}`,
    },
  ])("is nothing for $name", async ({ cookie }) => {
    expect(await recallPlace(asking(cookie), plain)).toBeNull();
  });
});

test("the cookie is out of script's reach, ends with the visit and is bound to the host on https", async () => {
  expect(await cookieOf(plain)).toMatch(/^place=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(await cookieOf(secure)).toMatch(/^__Host-place=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
});
