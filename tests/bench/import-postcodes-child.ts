// Run by import-postcodes.ts in a process of its own, so that its memory is its own: prints one line of JSON.
import { monitorEventLoopDelay } from "node:perf_hooks";
import { z } from "zod";
import { importPostcodes } from "#app/services/postcode/import-postcodes.server.ts";
import { openDatabase } from "#db/client.ts";

const { url, dataDir, path, districts } = z
  .object({
    url: z.string().nullable(),
    dataDir: z.string(),
    path: z.string().nullable(),
    districts: z.array(z.string()),
  })
  .parse(JSON.parse(process.argv[2] ?? "{}"));

const database = await openDatabase({ url, dataDir, migrationsFolder: "db/migrations" });
const megabytes = (bytes: number) => Math.round(bytes / 1e6);
const openRssMegabytes = megabytes(process.memoryUsage().rss);
if (path !== null) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const started = performance.now();
  const result = await importPostcodes(
    {
      db: database.db,
      now: () => new Date(),
      progress: () => undefined,
      say: () => undefined,
      signal: new AbortController().signal,
    },
    {
      path,
      districts,
      format: null,
      isDryRun: false,
      isSmallerAllowed: true,
      sourceDate: null,
      attribution: null,
    },
  );
  const seconds = (performance.now() - started) / 1_000;
  delay.disable();
  const figures = {
    rows: result.outcome === "unchanged" ? 0 : result.report.read,
    seconds: Math.round(seconds * 100) / 100,
    openRssMegabytes,
    // Kilobytes on every system, of 1024 bytes.
    peakRssMegabytes: megabytes(process.resourceUsage().maxRSS * 1024),
    longestStretchMs: Math.round(delay.max / 1e6),
    stretchP99Ms: Math.round(delay.percentile(99) / 1e6),
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}
await database.close();
