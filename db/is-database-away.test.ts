import { describe, expect, test } from "vitest";
import { isDatabaseAway } from "./is-database-away.ts";

const coded = (code: string) => Object.assign(new Error("x"), { code });

describe("the database is away", () => {
  test.each([
    ["a connection that was cut", new Error("Connection terminated unexpectedly")],
    ["a pool without a connection to spare", new Error("timeout exceeded when trying to connect")],
    [
      "a connection that is lost already",
      new Error("Client has encountered a connection error and is not queryable"),
    ],
    ["the system", coded("ECONNREFUSED")],
    ["a server that stops", coded("57P01")],
    ["a server that starts", coded("57P03")],
    ["too many connections", coded("53300")],
    ["a full disk", coded("53100")],
    ["a connection that failed", coded("08006")],
    ["a standby", coded("25006")],
    ["the embedded database", new Error("PGlite is closed")],
    ["a query that failed of it", new Error("Failed query: select 1", { cause: coded("57P01") })],
  ])("says %s", (_, error) => {
    expect(isDatabaseAway(error)).toBe(true);
  });
});

describe("the database is there", () => {
  test.each([
    ["a double", coded("23505")],
    ["a statement that took too long", coded("57014")],
    ["a wrong query", coded("42P01")],
    ["any error", new Error("PGlite said something")],
    ["no error", "ECONNREFUSED"],
  ])("after %s", (_, error) => {
    expect(isDatabaseAway(error)).toBe(false);
  });
});
