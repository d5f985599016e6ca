import type { AppLoadContext } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import type { z } from "zod";
import { complaintChoice } from "#app/domain/concern/categories.ts";
import { coarsePosition } from "#app/domain/concern/written.ts";
import type { FinderNeighbourhood } from "#app/domain/finder/finder.ts";
import { badForm, type FormRead } from "#app/forms.server.ts";
import { paths } from "#app/paths.ts";
import { readStamp } from "#app/raise-form.server.ts";
import { keepRaised } from "#app/raised-cookie.server.ts";
import { raiseConcern } from "#app/services/concern/raise-concern.server.ts";
import { tooMany, tryAgainIn } from "#app/too-many.server.ts";
import type { raiseSchema } from "./raise-schema.ts";

type Filled = Extract<FormRead<z.output<typeof raiseSchema>>, { ok: true }>;

const notYet =
  "Read it once more, then send it again. It was sent so quickly that it may not have been meant";

/** Raises what the form says, and goes on to the page that says what becomes of it. */
export async function raiseFromForm(
  context: AppLoadContext,
  neighbourhood: Pick<FinderNeighbourhood, "id" | "slug">,
  { value, refuse }: Filled,
) {
  const { db, now, keys, publicUrl, clientKey } = context;
  const { category, words, placeWords, whenWords, effectWords, lng = "", lat = "" } = value;
  if (category === complaintChoice.value) {
    const problem = "Complaints about the police go another way. Select something else, or use that way";
    return badForm(context, refuse({ category: [problem] }), { route: "complaint" as const });
  }
  const { id, isHasty } = readStamp(keys, value.stamp ?? "", now);
  if (isHasty || (value.website ?? "") !== "") {
    return badForm(context, refuse({ words: [notYet] }), { route: null });
  }
  const { actor } = await context.who();
  const raised = await raiseConcern({ db, now }, actor, {
    id,
    neighbourhoodId: neighbourhood.id,
    category,
    words: { words, placeWords, whenWords, effectWords },
    position: coarsePosition(lng, lat),
    clientKey,
  });
  if (!raised.ok) {
    const { retryAfterSeconds } = raised;
    const problem = `Many concerns came from where you are. ${tryAgainIn(retryAfterSeconds)}`;
    return tooMany(context, refuse({ words: [problem] }), { route: null }, retryAfterSeconds);
  }
  const { reference, route, isTheirs } = raised;
  const kept = { concernId: id, reference, slug: neighbourhood.slug, route, isTheirs };
  return redirect(paths.raised(neighbourhood.slug), {
    headers: { "Set-Cookie": await keepRaised(kept, { publicUrl, keys }) },
  });
}
