import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Env } from "#app/env.server.ts";
import { dataDirOf } from "./package-root.ts";

/** The installation's secret: the setting's, or one of a demonstration's own, made once and kept in its data folder. */
export function ownSecret(env: Pick<Env, "sessionSecret" | "dataDir">): string {
  if (env.sessionSecret !== null) return env.sessionSecret;
  const folder = dataDirOf(env);
  const path = join(folder, "demonstration-secret");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    // why: "wx" fails where another process was first; then that one's is the secret.
    writeFileSync(path, randomBytes(48).toString("base64"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return readFileSync(path, "utf8");
}
