import { test } from "vitest";

// Stands in for the integration tests on a server that is not to be had here, so that the run says so.
test.skip(`integration tests on ${process.env["MISSING_POSTGRES"] ?? "PostgreSQL"}`, () => undefined);
