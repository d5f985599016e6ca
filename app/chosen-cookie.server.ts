import { createCookie } from "@remix-run/node";
import { z } from "zod";
import { seal, unseal, type Keys } from "#app/services/keys/keys.server.ts";

/** What somebody ticked on a ballot before they signed in, sealed: their browser keeps it and reads nothing of it. */
const chosenSchema = z.strictObject({
  cycleId: z.uuid(),
  choices: z.array(z.number().int()).max(20),
  until: z.number(),
});

interface Site {
  publicUrl: string;
  keys: Pick<Keys, "seals">;
  now: Date;
}

const context = "chosen";
// Time to find a code in one's mail and to say where one belongs.
const keptForSeconds = 60 * 60;

const chosenCookie = (publicUrl: string) => {
  const isSecure = publicUrl.startsWith("https://");
  return createCookie(isSecure ? "__Host-chosen" : "chosen", {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure,
    maxAge: keptForSeconds,
  });
};

/** What this browser ticked in a vote; nothing where it ticked nothing, or long ago, or holds what is not ours. */
export async function chosenIn(
  request: Request,
  { publicUrl, keys, now }: Site,
  cycleId: string,
): Promise<readonly number[]> {
  const sealed: unknown = await chosenCookie(publicUrl).parse(request.headers.get("Cookie"));
  if (typeof sealed !== "string") return [];
  try {
    const parsed = chosenSchema.safeParse(JSON.parse(unseal(keys, context, sealed)));
    const isGood = parsed.success && parsed.data.cycleId === cycleId && parsed.data.until > now.getTime();
    return isGood ? parsed.data.choices : [];
  } catch {
    // Altered, or sealed under another installation's key: as good as nothing.
    return [];
  }
}

/** The Set-Cookie header that keeps what was ticked through a sign-in. */
export const keepChosen = (
  cycleId: string,
  choices: readonly number[],
  { publicUrl, keys, now }: Site,
): Promise<string> => {
  const until = now.getTime() + keptForSeconds * 1_000;
  return chosenCookie(publicUrl).serialize(seal(keys, context, JSON.stringify({ cycleId, choices, until })));
};

/** The Set-Cookie header that forgets it. */
export const forgetChosen = (publicUrl: string): Promise<string> =>
  chosenCookie(publicUrl).serialize("", { maxAge: 0 });
