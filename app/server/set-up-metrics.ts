import { setTimeout as wait } from "node:timers/promises";
import type { Express } from "express";
import { platform } from "#app/domain/actor.ts";
import { readStanding, type Standing } from "#db/queries/metrics.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import type { Metrics } from "./metrics/create-metrics.ts";
import { mayReadMetrics } from "./metrics/may-read-metrics.ts";

const databaseLimitMs = 2_000;

/** /metrics for a monitor on the local network; for everybody else there is no such page. */
export function setUpMetrics(app: Express, db: Db, metrics: Metrics, token: string | null) {
  app.get("/metrics", (request, response, next) => {
    const { headers, socket } = request;
    if (!mayReadMetrics({ headers, remoteAddress: socket.remoteAddress }, token)) {
      next();
      return;
    }
    void standingOf(db)
      .then((standing) => metrics.expose(standing))
      .then(({ contentType, text }) => {
        response.set("Cache-Control", "no-store").set("Content-Type", contentType).send(text);
      })
      .catch(next);
  });
}

/** Null where the database does not answer in time: a monitor has to hear just then. */
async function standingOf(db: Db): Promise<Standing | null> {
  const asked = withActor(db, platform(), readStanding).catch(() => null);
  return Promise.race([asked, wait(databaseLimitMs, null, { ref: false })]);
}
