import { inject } from "vitest";

// From here on openTestDatabase() makes its databases on this project's real server.
process.env["TEST_DATABASE_URL"] = inject("postgresUrl");
process.env["TEST_DATABASE_TEMPLATE"] = inject("postgresTemplate");
