import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { concernCategories } from "#app/domain/concern/categories.ts";
import { similarTo } from "#app/domain/concern/similarity.ts";
import { coarsePosition, mostPlace, mostWords } from "#app/domain/concern/written.ts";
import { allowPublic, notFound } from "#app/http.server.ts";
import { placeOfPage } from "#app/moved-on.server.ts";
import { paths } from "#app/paths.ts";
import { listOpenConcerns } from "#db/queries/public-concern.ts";

const mostShown = 3;

/** Nothing to read here: what somebody types is posted, so that it stands in no address and no log. */
export function loader() {
  allowPublic();
  throw notFound();
}

const draftSchema = z.object({
  category: z.enum(concernCategories).nullable().catch(null),
  words: z.string().max(mostWords).catch(""),
  placeWords: z.string().max(mostPlace).catch(""),
  lng: z.string().max(30).catch(""),
  lat: z.string().max(30).catch(""),
});

/** The open published concerns most like what somebody types, as JSON: staff's words and counts only. */
export async function action(args: ActionFunctionArgs) {
  allowPublic();
  const { request, context } = args;
  const neighbourhood = await placeOfPage(context, args, paths.similarConcerns);
  const { category, words, placeWords, lng, lat } = draftSchema.parse(
    Object.fromEntries(await request.formData()),
  );
  const open = await context.read((tx) => listOpenConcerns(tx, neighbourhood.id));
  const position = coarsePosition(lng, lat);
  const draft = {
    category,
    words: `${words} ${placeWords}`.trim(),
    position: position === null ? null : toPoint(position),
  };
  const candidates = open.map(({ title, summary, lng: east, lat: north, ...concern }) => ({
    ...concern,
    title: title ?? "",
    words: `${title ?? ""} ${summary ?? ""}`,
    position: east === null || north === null ? null : toPoint({ lng: east, lat: north }),
  }));
  const concerns = similarTo(draft, candidates, mostShown).map(({ reference, title, raisers }) => ({
    reference,
    title,
    raisers,
  }));
  return Response.json({ concerns }, { headers: { "Cache-Control": "private, no-store" } });
}

const toPoint = ({ lng, lat }: { lng: number; lat: number }): [number, number] => [lng, lat];
