import { setTimeout as wait } from "node:timers/promises";
import type { Express } from "express";
import { ping } from "#db/queries/ping.ts";
import type { Db } from "#db/types.ts";
import type { InForce } from "./in-force.ts";

const databaseLimitMs = 1_000;

/** /health: this process and its database live. /ready: send residents here. Neither says more than that. */
export function setUpHealth(app: Express, db: Db, inForce: InForce) {
  app.get("/health", (_, response, next) => {
    void canReach(db)
      .then((isReachable) => {
        response
          .status(isReachable ? 200 : 503)
          .set("Cache-Control", "no-store")
          .json({ status: isReachable ? "ok" : "failing", database: isReachable ? "ok" : "unreachable" });
      })
      .catch(next);
  });
  app.get("/ready", (_, response) => {
    const isReady = inForce.current().finder !== null;
    response
      .status(isReady ? 200 : 503)
      .set("Cache-Control", "no-store")
      .json(isReady ? { status: "ready" } : { status: "waiting", reason: "no neighbourhoods are loaded" });
  });
}

async function canReach(db: Db): Promise<boolean> {
  const asked = ping(db).then(
    () => true,
    () => false,
  );
  return Promise.race([asked, wait(databaseLimitMs, false, { ref: false })]);
}
