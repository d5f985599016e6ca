import { describe, expect, test } from "vitest";
import { codeOfError, linesOfError } from "./error-words.ts";

/** As drizzle throws it: the query, its values, and what the driver said. */
function queryError() {
  const driver = Object.assign(
    new Error('duplicate key (email)=(jo@example.org) violates "accounts_email"'),
    {
      severity: "ERROR",
      code: "23505",
      constraint: "accounts_email",
    },
  );
  return new Error("Failed query: insert into accounts values ($1)\nparams: jo@example.org,DE4 3AG", {
    cause: driver,
  });
}

describe("what is told of an error", () => {
  test("names the query and the constraint, and no value of a row", () => {
    const lines = linesOfError(queryError());
    expect(lines).toContain("Failed query: insert into accounts values ($1)");
    expect(lines).toContain("caused by Error: database error 23505 of accounts_email");
    expect(lines).toMatch(/\n\s+at /);
    expect(lines).not.toMatch(/jo@|example\.org|DE4/);
    expect(codeOfError(queryError())).toBe("Error 23505");
  });
});
