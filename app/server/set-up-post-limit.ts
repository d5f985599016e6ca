import type { Express, Request } from "express";
import { platform } from "#app/domain/actor.ts";
import { isAgencyApi } from "#app/domain/agency/key-header.ts";
import { allowanceKey, limits } from "#app/domain/limits.ts";
import { keyedHash, type Keys } from "#app/services/keys/keys.server.ts";
import { takeAllowance } from "#db/queries/allowance.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import type { createClientKey } from "./client-address.ts";
import type { PlainPage } from "./plain-page.ts";
import { factsOf } from "./request-facts.ts";

// They change nothing and are answered from memory: an alert may send a whole town here in a minute.
const answeredFromMemory = /^\/(?:find|find\/answer|locate)(?:\.data)?$/;

// What is worked by key is counted by key.
const isCounted = ({ method, path }: Request) =>
  !["GET", "HEAD", "OPTIONS"].includes(method) && !answeredFromMemory.test(path) && !isAgencyApi(path);

/**
 * Refuses forms that come faster from one client than people fill them in, counted over all processes. The acts that
 * need a narrower limit have their own.
 */
export function setUpPostLimit(
  app: Express,
  {
    db,
    keys,
    clientKey,
    plainPage,
  }: { db: Db; keys: Keys; clientKey: ReturnType<typeof createClientKey>; plainPage: PlainPage },
) {
  app.use((request, response, next) => {
    if (!isCounted(request)) {
      next();
      return;
    }
    const key = allowanceKey("postsPerClient", keyedHash(keys.links, "client", clientKey(request)));
    withActor(db, platform(factsOf(request).id), (tx) =>
      takeAllowance(tx, key, limits.postsPerClient, new Date()),
    ).then(({ isAllowed, retryAfterSeconds }) => {
      if (isAllowed) next();
      else {
        response.setHeader("Retry-After", String(retryAfterSeconds));
        plainPage(
          response,
          429,
          "Too many forms at once",
          `Wait ${retryAfterSeconds} seconds, go back and send it again. Nothing of this one has been kept.`,
        );
      }
    }, next);
  });
}
