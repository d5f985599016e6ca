import { data, type AppLoadContext } from "@remix-run/node";
import type { Request } from "express";
import type { Logger } from "pino";
import { deviceOf } from "#app/domain/session/device.ts";
import type { Env } from "#app/env.server.ts";
import type { IdentityProvider } from "#app/services/identity/identity-provider.server.ts";
import { keyedHash, type Keys } from "#app/services/keys/keys.server.ts";
import { readSession, type WhoAsks } from "#app/services/session/read-session.server.ts";
import type { LiveLists } from "#app/services/tasking/live-lists.server.ts";
import { sessionReferenceOf } from "#app/session-cookie.server.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import type { createClientKey } from "./client-address.ts";
import type { InForce } from "./in-force.ts";
import { factsOf } from "./request-facts.ts";

export interface PageSettings {
  env: Env;
  publicUrl: () => string;
  db: Db;
  inForce: InForce;
  keys: Keys;
  liveLists: LiveLists;
  identityProvider: IdentityProvider | null;
  clientKey: ReturnType<typeof createClientKey>;
  log: Logger;
}

/** What loaders get. The facts are taken once, so that one page never mixes two editions. */
export function loadContextOf(
  request: Request,
  { env, publicUrl, db, inForce, keys, liveLists, identityProvider, clientKey }: PageSettings,
): AppLoadContext {
  const { id: requestId, nonce } = factsOf(request);
  const { finder, force } = inForce.current();
  const now = new Date();
  const site = publicUrl();
  const ask = async (at: Date) =>
    readSession(db, at, await sessionReferenceOf(request.headers.cookie ?? null, site), requestId);
  let asked: Promise<WhoAsks> | undefined;
  const who = () => (asked ??= ask(now));
  return {
    db,
    now,
    who,
    whoNow: () => ask(new Date()),
    onHangUp: (then) => {
      // It may have hung up while its page was asked for.
      if (request.res?.closed === true) then();
      else request.res?.once("close", then);
    },
    read: async (work) => withActor(db, (await who()).actor, work),
    device: deviceOf(request.get("User-Agent") ?? null),
    clientKey: keyedHash(keys.links, "client", clientKey(request)),
    keys,
    liveLists,
    identityProvider,
    force,
    isDemonstration: env.isDemonstration,
    hasIllustrativeBoundaries: finder?.editions.boundaries.isIllustrative ?? false,
    publicUrl: site,
    mapTiles: env.mapTiles,
    nonce,
    requestId,
    // Pages that need no neighbourhoods (help, attribution) work before any are loaded.
    get finder() {
      if (finder === null) throw data({ message: "No neighbourhoods are loaded yet" }, { status: 503 });
      return finder;
    },
  };
}
