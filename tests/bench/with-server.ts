import { z } from "zod";
import { ensureBuilt } from "../../app/server/build.js";
import { startServer } from "#tests/support/server.ts";

/** Runs `work` against the built demonstration on a new data folder. */
export async function withServer<T>(work: (siteUrl: string) => Promise<T>): Promise<T> {
  await ensureBuilt();
  const server = await startServer({ env: { LOG_LEVEL: "warn" } });
  try {
    return await work(server.url);
  } finally {
    await server.stop();
  }
}

const listSchema = z.object({ neighbourhoods: z.array(z.object({ slug: z.string() })).min(1) });

/** The finder, and the page of the first neighbourhood of the list. */
export async function pagesToMeasure(siteUrl: string): Promise<string[]> {
  const { neighbourhoods } = listSchema.parse(await (await fetch(`${siteUrl}/api/v1/neighbourhoods`)).json());
  return ["/", `/neighbourhoods/${neighbourhoods[0]?.slug ?? ""}`];
}
