import { createCookie } from "@remix-run/node";
import { z } from "zod";

/**
 * What this visitor told the finder, kept in their own browser until it closes so that no postcode stands in an
 * address. `slug` is null while they have yet to choose; `nextTo` are the slugs over a border nearby.
 */
const rememberedPlaceSchema = z.object({
  postcode: z.string().max(10).nullable(),
  slug: z.string().max(100).nullable(),
  nextTo: z.array(z.string().max(100)).max(20),
});
export type RememberedPlace = z.infer<typeof rememberedPlaceSchema>;

const placeCookie = (publicUrl: string) => {
  const isSecure = publicUrl.startsWith("https://");
  return createCookie(isSecure ? "__Host-place" : "place", {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure,
  });
};

/** The remembered place, or null where there is none or it makes no sense. */
export async function recallPlace(request: Request, publicUrl: string): Promise<RememberedPlace | null> {
  const value: unknown = await placeCookie(publicUrl).parse(request.headers.get("Cookie"));
  const parsed = rememberedPlaceSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** The header that makes the browser remember. */
export const rememberPlace = async (place: RememberedPlace, publicUrl: string) => ({
  "Set-Cookie": await placeCookie(publicUrl).serialize({ ...place, nextTo: place.nextTo.slice(0, 20) }),
});
