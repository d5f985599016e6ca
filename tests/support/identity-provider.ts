import { generateKeyPairSync } from "node:crypto";
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Configuration, JWK, Provider } from "oidc-provider";

/** A person as the peer knows them. The key of the record is their subject. */
export type PeerPeople = Record<string, { name?: string; email?: string }>;

/** A real OpenID provider (oidc-provider) listening on a free port of 127.0.0.1. */
export interface PeerProvider {
  /** Its issuer and address, without a trailing slash. */
  url: string;
  /** What a server is started with to sign in here. */
  settings: { OIDC_ISSUER: string; OIDC_CLIENT_ID: string; OIDC_CLIENT_SECRET: string };
  /** Who there is; a test may rename them. */
  people: PeerPeople;
  /** Whom every sign-in proves, with no page in between; null shows a page that asks. */
  answerAs: string | null;
  /** The site whose staff sign in here; before this nobody can. */
  serve: (siteUrl: string) => void;
  close: () => Promise<void>;
}

interface PeerOptions {
  people: PeerPeople;
  /** Keeps names out of the ID token, as some providers do: they are told at the userinfo endpoint only. */
  isThin?: boolean;
}

const clientId = "safer-neighbourhoods";
const clientSecret = "a secret of the test's own";

export async function startPeerProvider({ people, isThin = false }: PeerOptions): Promise<PeerProvider> {
  const { Provider } = await importQuietly();
  let handle: RequestListener = (_, response) => response.writeHead(503).end();
  const server = createServer((request, response) => {
    handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const peer: PeerProvider = {
    url,
    settings: { OIDC_ISSUER: url, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret },
    people,
    answerAs: null,
    serve: (siteUrl) => {
      const provider = new Provider(url, configurationOf(peer, siteUrl, isThin));
      const callback = provider.callback();
      handle = (request, response) => {
        if (request.url?.startsWith("/interaction/") === true)
          void interact(provider, peer, request, response);
        else void callback(request, response);
      };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return peer;
}

/** Below Node 22 it warns that nobody supports it there. That is known, and it is a test's peer only. */
async function importQuietly() {
  const warn = console.warn;
  console.warn = (...words: unknown[]) => {
    if (!String(words[0]).includes("oidc-provider WARNING: Unsupported runtime")) warn(...words);
  };
  try {
    return await import("oidc-provider");
  } finally {
    console.warn = warn;
  }
}

function configurationOf(peer: PeerProvider, siteUrl: string, isThin: boolean): Configuration {
  return {
    adapter: createMemory(),
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        token_endpoint_auth_method: "client_secret_post",
        redirect_uris: [`${siteUrl}/staff/sign-in/answer`],
      },
    ],
    claims: { openid: ["sub"], profile: ["name"], email: ["email"] },
    conformIdTokenClaims: isThin,
    cookies: { keys: ["a key for cookies"] },
    features: { devInteractions: { enabled: false } },
    jwks: { keys: [signingKey()] },
    pkce: { required: () => true },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, subject) => ({
      accountId: subject,
      claims: () => ({ sub: subject, ...peer.people[subject] }),
    }),
    // A force consents for its staff: nobody is asked.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? "",
        accountId: oidc.session?.accountId ?? "",
      });
      grant.addOIDCScope("openid profile email");
      await grant.save();
      return grant;
    },
    ttl: {
      AccessToken: 60,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 300,
      Interaction: 600,
      Session: 3600,
    },
    renderError: (ctx, { error }) => {
      ctx.type = "text";
      ctx.body = error;
    },
  };
}

const signingKey = (): JWK => ({
  ...generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" }),
  kty: "RSA",
  kid: "peer",
  use: "sig",
  alg: "RS256",
});

/** The provider's own page: one field, or none where the test said who. */
async function interact(
  provider: Provider,
  peer: PeerProvider,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const typed = request.method === "POST" ? new URLSearchParams(await text(request)).get("subject") : null;
  const accountId = typed ?? peer.answerAs;
  if (accountId === null) {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(
      `<!doctype html><html lang="en"><title>The force's provider</title><h1>The force's provider</h1>
       <form method="post"><label>User <input name="subject"></label><button>Go on</button>
       <button name="subject" value="" formnovalidate>Cancel</button></form></html>`,
    );
  } else if (typed === "") {
    await provider.interactionFinished(request, response, { error: "access_denied" });
  } else {
    await provider.interactionFinished(request, response, { login: { accountId } });
  }
}

type Stored = Record<string, unknown> & { uid?: string; grantId?: string };

/** oidc-provider's own memory is shared by all providers of a process; this one is the peer's alone. */
function createMemory(): NonNullable<Configuration["adapter"]> {
  const stored = new Map<string, Stored>();
  return (kind: string) => {
    const find = async (id: string) => stored.get(`${kind} ${id}`);
    const findBy = async (matches: (payload: Stored) => boolean) =>
      [...stored].find(([key, payload]) => key.startsWith(`${kind} `) && matches(payload))?.[1];
    return {
      upsert: async (id: string, payload: Stored) => void stored.set(`${kind} ${id}`, payload),
      find,
      findByUid: (uid: string) => findBy((payload) => payload.uid === uid),
      findByUserCode: () => Promise.resolve(undefined),
      destroy: async (id: string) => void stored.delete(`${kind} ${id}`),
      consume: async (id: string) => {
        const payload = await find(id);
        if (payload !== undefined) payload["consumed"] = Math.floor(Date.now() / 1_000);
      },
      revokeByGrantId: async (grantId: string) => {
        for (const [key, payload] of stored) if (payload.grantId === grantId) stored.delete(key);
      },
    };
  };
}
