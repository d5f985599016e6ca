import { z } from "zod";

const onOff = z
  .enum(["1", "0", "true", "false", "on", "off", "yes", "no"])
  .transform((word) => ["1", "true", "on", "yes"].includes(word));
const address = z.url({ protocol: /^https?$/ });

/** Requests a minute to the postcode and locate API from one address. */
const usualLimit = 3_000;
// A demonstration is there to be tried and measured, from one machine as a rule.
const demonstrationLimit = 10_000_000;

const envSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default("0.0.0.0"),
  PUBLIC_URL: address.optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_DIR: z.string().min(1).default(".data"),
  DEMO: onOff.optional(),
  SESSION_SECRET: z.string().min(32, "must be at least 32 characters").optional(),
  MAP_TILES_URL: z
    .string()
    .regex(/^https?:\/\/.*\{z\}.*$/, "must be a tile address with {z}, {x} and {y}")
    .optional(),
  MAP_TILES_ATTRIBUTION: z.string().optional(),
  /** How many proxies stand in front, or their addresses; X-Forwarded-* counts from nobody else. */
  TRUST_PROXY: z.string().optional(),
  /** Requests a minute that one address may send to the postcode and locate API; the rest of the API has a tenth. */
  API_LIMIT_PER_MINUTE: z.coerce.number().int().min(10).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

export interface Env {
  mode: "development" | "production" | "test";
  port: number;
  host: string;
  publicUrl: string | null;
  databaseUrl: string | null;
  dataDir: string;
  isDemonstration: boolean;
  sessionSecret: string | null;
  mapTiles: { url: string; attribution: string } | null;
  trustProxy: string | null;
  apiLimitPerMinute: number;
  logLevel: string;
}

/** The settings are wrong or missing; the message lists every one. */
export class SettingsError extends Error {
  override name = "SettingsError";
}

/** Reads the settings. Throws `SettingsError` naming everything that is wrong at once. */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): Env {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = envSchema.safeParse(filled);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new SettingsError(`These settings are wrong:\n${lines.join("\n")}`);
  }
  const values = parsed.data;
  const isDemonstration = values.DEMO ?? values.DATABASE_URL === undefined;
  const missing: string[] = [];
  if (!isDemonstration && values.NODE_ENV === "production") {
    if (values.SESSION_SECRET === undefined) missing.push("  SESSION_SECRET: at least 32 random characters");
    if (values.PUBLIC_URL?.startsWith("https://") !== true)
      missing.push("  PUBLIC_URL: the https:// address residents use");
  }
  if (missing.length > 0) {
    throw new SettingsError(
      `A real force (DEMO off) needs these settings:\n${missing.join("\n")}\nFor a first look, leave DATABASE_URL and DEMO unset.`,
    );
  }
  return {
    mode: values.NODE_ENV,
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL?.replace(/\/$/, "") ?? null,
    databaseUrl: values.DATABASE_URL ?? null,
    dataDir: values.DATA_DIR,
    isDemonstration,
    sessionSecret: values.SESSION_SECRET ?? null,
    mapTiles:
      values.MAP_TILES_URL === undefined
        ? null
        : { url: values.MAP_TILES_URL, attribution: values.MAP_TILES_ATTRIBUTION ?? "" },
    trustProxy: values.TRUST_PROXY ?? null,
    apiLimitPerMinute: values.API_LIMIT_PER_MINUTE ?? (isDemonstration ? demonstrationLimit : usualLimit),
    logLevel: values.LOG_LEVEL,
  };
}

/**
 * The folder in which the person typed a command: npm changes to the package's folder and says here where it came
 * from. `current` is the process's folder.
 */
export function personsFolder(
  packageRoot: string,
  current: string,
  source: Readonly<Record<string, string | undefined>> = process.env,
) {
  return current === packageRoot ? (source["INIT_CWD"] ?? current) : current;
}
