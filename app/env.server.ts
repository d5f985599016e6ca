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
  /** smtp:// or smtps://user:password@host:port of a mail server; or else NOTIFY_API_KEY. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** An API key of GOV.UK Notify, and the id of its one template (subject, body). */
  NOTIFY_API_KEY: z.string().min(73).optional(),
  NOTIFY_TEMPLATE_ID: z.uuid().optional(),
  /** The address that mail is from: "Safer Neighbourhoods <no-reply@example.org>". */
  MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/,
      "must be an email address, or a name and <address>",
    )
    .optional(),
  /** The force's OpenID Connect provider; staff sign in through it. */
  OIDC_ISSUER: address.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** What a monitor sends as a bearer token to read /metrics; without it only this machine may. */
  METRICS_TOKEN: z.string().min(16, "must be at least 16 characters").optional(),
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
  mail: MailSettings | null;
  /** Where staff sign in; null only in a demonstration. */
  identityProvider: { issuer: string; clientId: string; clientSecret: string } | null;
  metricsToken: string | null;
  mapTiles: { url: string; attribution: string } | null;
  trustProxy: string | null;
  apiLimitPerMinute: number;
  logLevel: string;
}

/** How mail leaves: by a mail server of the force's, or by GOV.UK Notify. */
export type MailSettings =
  { kind: "smtp"; url: string; from: string } | { kind: "notify"; apiKey: string; templateId: string };

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
  const missing = isDemonstration ? [] : missingForAForce(values);
  if (missing.length > 0) {
    throw new SettingsError(
      `A real force (DEMO off) needs these settings:\n${missing.map((line) => `  ${line}`).join("\n")}\nFor a first look, leave DATABASE_URL and DEMO unset.`,
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
    mail: mailOf(values),
    identityProvider: identityProviderOf(values),
    metricsToken: values.METRICS_TOKEN ?? null,
    mapTiles:
      values.MAP_TILES_URL === undefined
        ? null
        : { url: values.MAP_TILES_URL, attribution: values.MAP_TILES_ATTRIBUTION ?? "" },
    trustProxy: values.TRUST_PROXY ?? null,
    apiLimitPerMinute: values.API_LIMIT_PER_MINUTE ?? (isDemonstration ? demonstrationLimit : usualLimit),
    logLevel: values.LOG_LEVEL,
  };
}

type Values = z.infer<typeof envSchema>;

/** What a real force's installation cannot go without, a line each. */
function missingForAForce(values: Values): string[] {
  if (values.NODE_ENV !== "production") return [];
  const lines: [boolean, string][] = [
    [values.SESSION_SECRET !== undefined, "SESSION_SECRET: at least 32 random characters"],
    [values.PUBLIC_URL?.startsWith("https://") === true, "PUBLIC_URL: the https:// address residents use"],
    [
      mailOf(values) !== null,
      "SMTP_URL and MAIL_FROM, or NOTIFY_API_KEY and NOTIFY_TEMPLATE_ID: how mail leaves",
    ],
    [
      identityProviderOf(values) !== null,
      "OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET: where staff sign in",
    ],
  ];
  return lines.flatMap(([isThere, line]) => (isThere ? [] : [line]));
}

function mailOf({ SMTP_URL, MAIL_FROM, NOTIFY_API_KEY, NOTIFY_TEMPLATE_ID }: Values): MailSettings | null {
  if (NOTIFY_API_KEY !== undefined && NOTIFY_TEMPLATE_ID !== undefined)
    return { kind: "notify", apiKey: NOTIFY_API_KEY, templateId: NOTIFY_TEMPLATE_ID };
  return SMTP_URL !== undefined && MAIL_FROM !== undefined
    ? { kind: "smtp", url: SMTP_URL, from: MAIL_FROM }
    : null;
}

function identityProviderOf({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }: Values) {
  return OIDC_ISSUER !== undefined && OIDC_CLIENT_ID !== undefined && OIDC_CLIENT_SECRET !== undefined
    ? { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET }
    : null;
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
