import { createHmac, generateKeyPairSync, randomUUID, sign, type KeyObject } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface KeyPair {
  kid: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
}

/** What the next ID token is to look like, where it differs from an honest one. */
export interface Forgery {
  claims?: Readonly<Record<string, unknown>>;
  /** `none` and `HS256` besides the honest RS256. */
  alg?: "none" | "RS256" | "HS256";
  /** Signs with this key, whatever the key set says; for HS256 this is the secret. */
  key?: KeyObject | string;
  kid?: string;
}

/** How the provider fares at one of its addresses. */
export type Health = "well" | "hangs" | "500" | "html" | "closes";

/** A provider of our own that can lie, as no real one lets itself be made to. */
export interface Forger {
  url: string;
  settings: { OIDC_ISSUER: string; OIDC_CLIENT_ID: string; OIDC_CLIENT_SECRET: string };
  forgery: Forgery;
  /** Taken into the token: what the site asked for last. */
  nonce: string;
  keys: KeyPair[];
  health: Record<"discovery" | "token" | "keys", Health>;
  /** Members of the discovery document that differ. */
  says: Record<string, unknown>;
  /** How often each address was asked. */
  asked: Record<"discovery" | "token" | "keys", number>;
  close: () => Promise<void>;
}

export const newKeyPair = (): KeyPair => ({
  kid: randomUUID(),
  ...generateKeyPairSync("rsa", { modulusLength: 2048 }),
});

const clientId = "safer-neighbourhoods";

export async function startForger(): Promise<Forger> {
  const server = createServer((request, response) => {
    const at = addresses[new URL(request.url ?? "/", "http://forger.invalid").pathname];
    if (at === undefined) {
      response.writeHead(404).end();
      return;
    }
    forger.asked[at] += 1;
    // Read to its end, so that the connection can be used again.
    void text(request).then(() => answer(forger, at, response));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const forger: Forger = {
    url,
    settings: { OIDC_ISSUER: url, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: "the client's secret" },
    forgery: {},
    nonce: "",
    keys: [newKeyPair()],
    health: { discovery: "well", token: "well", keys: "well" },
    says: {},
    asked: { discovery: 0, token: 0, keys: 0 },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return forger;
}

const addresses: Readonly<Record<string, keyof Forger["asked"]>> = {
  "/.well-known/openid-configuration": "discovery",
  "/token": "token",
  "/keys": "keys",
};

function answer(forger: Forger, at: keyof Forger["asked"], response: ServerResponse) {
  const health = forger.health[at];
  // Hanging is what it says: the connection stays open until the test closes the forger.
  if (health === "hangs") return;
  if (health === "closes") response.destroy();
  else if (health === "500") response.writeHead(500).end("no");
  else if (health === "html") response.writeHead(200, { "Content-Type": "text/html" }).end("<p>Maintenance");
  else
    response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(bodies[at](forger)));
}

const bodies: Record<keyof Forger["asked"], (forger: Forger) => unknown> = {
  discovery: ({ url, says }) => ({
    issuer: url,
    authorization_endpoint: `${url}/authorize`,
    token_endpoint: `${url}/token`,
    jwks_uri: `${url}/keys`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    token_endpoint_auth_methods_supported: ["client_secret_post"],
    authorization_response_iss_parameter_supported: true,
    ...says,
  }),
  token: (forger) => ({
    access_token: "access",
    token_type: "Bearer",
    expires_in: 60,
    id_token: idToken(forger),
  }),
  keys: ({ keys }) => ({
    keys: keys.map(({ kid, publicKey }) => ({ ...publicKey.export({ format: "jwk" }), kid, use: "sig" })),
  }),
};

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** An ID token for `officer-1`, signed by the last key, but for what the forgery says. */
function idToken({ url, keys, nonce, forgery }: Forger): string {
  const now = Math.floor(Date.now() / 1_000);
  const honest = keys.at(-1);
  const alg = forgery.alg ?? "RS256";
  const header = encode({ alg, typ: "JWT", kid: forgery.kid ?? honest?.kid });
  const claims = encode({
    iss: url,
    sub: "officer-1",
    aud: clientId,
    iat: now,
    exp: now + 300,
    nonce,
    name: "Sam Officer",
    email: "sam@force.example",
    ...forgery.claims,
  });
  const signed = `${header}.${claims}`;
  return `${signed}.${signatureOf(signed, alg, forgery.key ?? honest?.privateKey)}`;
}

function signatureOf(
  signed: string,
  alg: "none" | "RS256" | "HS256",
  key: KeyObject | string | undefined,
): string {
  if (alg === "none" || key === undefined) return "";
  if (alg === "HS256") return createHmac("sha256", key).update(signed).digest("base64url");
  return sign("sha256", Buffer.from(signed), key).toString("base64url");
}
