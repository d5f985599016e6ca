import { createCookie } from "@remix-run/node";
import { z } from "zod";
import { diversionRoutes } from "#app/domain/concern/diversion.ts";
import { seal, unseal, type Keys } from "#app/services/keys/keys.server.ts";

/** What a browser holds of the concern that it raised last, sealed: no address and no script says any of it. */
const raisedSchema = z.strictObject({
  concernId: z.uuid(),
  reference: z.string(),
  slug: z.string(),
  route: z.enum(diversionRoutes).nullable(),
  isTheirs: z.boolean(),
});
export type Raised = z.infer<typeof raisedSchema>;

interface Site {
  publicUrl: string;
  keys: Keys;
}

const context = "raised-concern";
// Long enough to fetch a code; a shared computer forgets it soon.
const keptForSeconds = 60 * 60;

const raisedCookie = (publicUrl: string) => {
  const isSecure = publicUrl.startsWith("https://");
  return createCookie(isSecure ? "__Host-raised" : "raised", {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure,
    maxAge: keptForSeconds,
  });
};

/** What this browser raised within the hour, or null. */
export async function recallRaised(request: Request, { publicUrl, keys }: Site): Promise<Raised | null> {
  const sealed: unknown = await raisedCookie(publicUrl).parse(request.headers.get("Cookie"));
  if (typeof sealed !== "string") return null;
  try {
    const parsed = raisedSchema.safeParse(JSON.parse(unseal(keys, context, sealed)));
    return parsed.success ? parsed.data : null;
  } catch {
    // Altered, or sealed under another installation's key: as good as nothing.
    return null;
  }
}

/** The Set-Cookie header that keeps it. */
export const keepRaised = (raised: Raised, { publicUrl, keys }: Site): Promise<string> =>
  raisedCookie(publicUrl).serialize(seal(keys, context, JSON.stringify(raised)));

/** The Set-Cookie header that forgets it. */
export const forgetRaised = (publicUrl: string): Promise<string> =>
  raisedCookie(publicUrl).serialize("", { maxAge: 0 });
