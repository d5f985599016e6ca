import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireFresh } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { exportHeldData } from "#app/services/resident/export-held-data.server.ts";

const spaces = 2;

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireFresh(args);
  const { db, now, keys, force } = args.context;
  const held = await exportHeldData({ db, now, keys }, actor);
  if (held === null) throw notFound();
  const file = { service: "Safer Neighbourhoods", force: force?.name ?? null, madeAt: now, ...held };
  return new Response(JSON.stringify(file, null, spaces), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="safer-neighbourhoods-about-you.json"',
      "Cache-Control": "private, no-store",
    },
  });
}
