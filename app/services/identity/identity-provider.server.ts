import * as openid from "openid-client";
import { keepFor } from "./keep-for.ts";

export interface IdentityProviderSettings {
  /** Exactly as the provider's own configuration says it. */
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** What a browser keeps between being sent to the provider and coming back. */
export interface SignInSecrets {
  state: string;
  nonce: string;
  /** Of PKCE; the provider has seen only its hash. */
  verifier: string;
}

/** Who somebody is, as the provider proves it. Only issuer and subject together name a person; an email never does. */
export interface ProvenIdentity {
  issuer: string;
  subject: string;
  name: string | null;
  email: string | null;
  /** When they proved it to the provider; null where it does not say. */
  authenticatedAt: Date | null;
}

export type Begun = { kind: "begun"; address: string; secrets: SignInSecrets } | { kind: "away" };
export type Finished =
  | { kind: "proved"; identity: ProvenIdentity }
  | { kind: "away" }
  | { kind: "cancelled" }
  | { kind: "refused" };

/** The force's OpenID Connect provider. It is asked for nothing until somebody signs in, so it may be away. */
export interface IdentityProvider {
  /** Where to send a browser; `isFresh` asks for a new proof even from somebody whom the provider knows. */
  begin: (asked: { answerAt: string; isFresh: boolean }) => Promise<Begun>;
  /** Checks the answer. `address` is `answerAt` with what the provider added; `provedAfter` is when a fresh proof was asked for. */
  finish: (answer: { address: URL; secrets: SignInSecrets; provedAfter: Date | null }) => Promise<Finished>;
}

interface Process {
  now: () => Date;
  /** Hears why something was refused, in a word for the log: no name, no address, nothing that a caller typed. */
  onTrouble: (reason: string) => void;
}

/** How long any one request to the provider may take. */
const timeoutSeconds = 5;
/** How far the provider's clock and ours may be apart. */
const clockToleranceSeconds = 30;
const discoveryLastsMs = 60 * 60_000;
// Signatures by a private key. No `none`; no HMAC, whose key could be taken from what is public.
const algorithms = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "Ed25519",
];

export function createIdentityProvider(
  settings: IdentityProviderSettings,
  { now, onTrouble }: Process,
): IdentityProvider {
  const discover = keepFor(discoveryLastsMs, now, () => discoverProvider(settings));
  /** The provider's configuration, or null while it cannot be had. */
  const reach = async () => {
    try {
      return await discover.get();
    } catch (error) {
      onTrouble(`discovery: ${reasonOf(error)}`);
      return null;
    }
  };

  return {
    async begin({ answerAt, isFresh }) {
      const configuration = await reach();
      if (configuration === null) return { kind: "away" };
      const secrets = {
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        verifier: openid.randomPKCECodeVerifier(),
      };
      const address = openid.buildAuthorizationUrl(configuration, {
        redirect_uri: answerAt,
        scope: "openid profile email",
        state: secrets.state,
        nonce: secrets.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(secrets.verifier),
        code_challenge_method: "S256",
        ...(isFresh ? { prompt: "login", max_age: "0" } : {}),
      });
      return { kind: "begun", address: address.href, secrets };
    },

    async finish({ address, secrets, provedAfter }) {
      const configuration = await reach();
      if (configuration === null) return { kind: "away" };
      try {
        const tokens = await openid.authorizationCodeGrant(configuration, address, {
          expectedState: secrets.state,
          expectedNonce: secrets.nonce,
          pkceCodeVerifier: secrets.verifier,
          idTokenExpected: true,
          // What was asked for is "now"; the person has had until now to do it.
          ...(provedAfter === null ? {} : { maxAge: secondsSince(provedAfter, now()) }),
        });
        const claims = tokens.claims();
        const wrong = claims === undefined ? "no ID token" : whatIsWrongWith(claims, now());
        if (claims === undefined || wrong !== null) {
          onTrouble(`answer: ${wrong}`);
          return { kind: "refused" };
        }
        return {
          kind: "proved",
          identity: identityOf(await withUserInfo(configuration, tokens, claims), now()),
        };
      } catch (error) {
        if (isCancelled(error)) return { kind: "cancelled" };
        onTrouble(`answer: ${reasonOf(error)}`);
        if (!isAway(error)) return { kind: "refused" };
        // It may have moved.
        discover.forget();
        return { kind: "away" };
      }
    },
  };
}

/** Asks the provider for its own configuration, and narrows what it may sign with. Throws what openid-client throws. */
async function discoverProvider({ issuer, clientId, clientSecret }: IdentityProviderSettings) {
  const allowHttp = isThisMachine(new URL(issuer)) ? [allowPlainHttp] : [];
  const found = await openid.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: timeoutSeconds,
    execute: allowHttp,
  });
  const server: openid.ServerMetadata = found.serverMetadata();
  const signedWith = server.id_token_signing_alg_values_supported ?? ["RS256"];
  const takesPost = server.token_endpoint_auth_methods_supported?.includes("client_secret_post") === true;
  const configuration = new openid.Configuration(
    {
      ...server,
      id_token_signing_alg_values_supported: signedWith.filter((name) => algorithms.includes(name)),
    },
    clientId,
    { client_secret: clientSecret, [openid.clockTolerance]: clockToleranceSeconds },
    takesPost ? openid.ClientSecretPost(clientSecret) : openid.ClientSecretBasic(clientSecret),
  );
  configuration.timeout = timeoutSeconds;
  for (const allow of allowHttp) allow(configuration);
  // The library trusts TLS instead of the signature unless told; we check both.
  openid.enableNonRepudiationChecks(configuration);
  return configuration;
}

// eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so only to make it stand out: see `isThisMachine`
const allowPlainHttp: (configuration: openid.Configuration) => void = openid.allowInsecureRequests;

/** Plain http is for a provider beside us, in a test or a trial. */
const isThisMachine = ({ protocol, hostname }: URL) =>
  protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname);

type Tokens = Awaited<ReturnType<typeof openid.authorizationCodeGrant>>;
type Claims = openid.IDToken;

/** The claims, with what the provider tells of a person only when asked: some keep names out of the token. */
async function withUserInfo(
  configuration: openid.Configuration,
  tokens: Tokens,
  claims: Claims,
): Promise<Claims> {
  const hasUserInfo = configuration.serverMetadata().userinfo_endpoint !== undefined;
  if (typeof claims["name"] === "string" || !hasUserInfo) return claims;
  const { name, email } = await openid.fetchUserInfo(configuration, tokens.access_token, claims.sub);
  return { ...claims, name, email: email ?? claims["email"] };
}

/** What the library leaves to us; null where nothing is wrong. */
function whatIsWrongWith(claims: Claims, now: Date): string | null {
  if (claims.sub === "" || claims.sub.length > mostSubjectCharacters) return "no subject";
  return claims.iat > now.getTime() / 1_000 + clockToleranceSeconds ? "issued in the future" : null;
}

const mostSubjectCharacters = 255;
const mostCharacters = 200;
// Claims are the provider's words: one line, of a length that fits a page.
const lineOf = (claim: unknown): string | null => {
  if (typeof claim !== "string") return null;
  const line = claim.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  return line === "" ? null : line.slice(0, mostCharacters);
};

function identityOf(claims: Claims, now: Date): ProvenIdentity {
  const { iss, sub, auth_time: authTime } = claims;
  return {
    issuer: iss,
    subject: sub,
    name: lineOf(claims["name"]),
    email: lineOf(claims["email"]),
    authenticatedAt:
      typeof authTime === "number" ? new Date(Math.min(authTime * 1_000, now.getTime())) : null,
  };
}

const secondsSince = (moment: Date, now: Date) =>
  Math.max(0, Math.ceil((now.getTime() - moment.getTime()) / 1_000));

const cancelledWords = ["access_denied", "login_required", "interaction_required", "consent_required"];
const awayWords = ["server_error", "temporarily_unavailable"];
const awayCodes = [
  "OAUTH_TIMEOUT",
  "OAUTH_ABORT",
  "OAUTH_RESPONSE_IS_NOT_CONFORM",
  "OAUTH_RESPONSE_IS_NOT_JSON",
];

/** Whether the person, or the provider on their behalf, chose not to go on. */
const isCancelled = (error: unknown): boolean =>
  error instanceof openid.AuthorizationResponseError && cancelledWords.includes(error.error);

/**
 * Whether the provider could not be asked, which says nothing against the person. @throws the error itself where it is
 * none of the provider's: then it is a mistake of ours.
 */
function isAway(error: unknown): boolean {
  if (error instanceof openid.AuthorizationResponseError) return awayWords.includes(error.error);
  if (error instanceof openid.ResponseBodyError)
    return error.status >= 500 || awayWords.includes(error.error);
  if (error instanceof openid.ClientError) return awayCodes.includes(error.code ?? "");
  if (isFetchFailure(error)) return true;
  throw error;
}

/** An error in a word or two for the log. What the provider describes may quote a caller, so that is left out. */
function reasonOf(error: unknown): string {
  if (error instanceof openid.AuthorizationResponseError || error instanceof openid.ResponseBodyError)
    return wordOf(error.error);
  if (error instanceof openid.ClientError) return `${error.code ?? ""} ${error.message}`.trim();
  if (isFetchFailure(error)) return "no connection";
  return error instanceof Error ? error.name : "unknown";
}

// fetch throws a TypeError whose cause is the socket's; a TypeError for a wrong argument has none.
const isFetchFailure = (error: unknown) => error instanceof TypeError && error.cause instanceof Error;

const wordOf = (code: string) => (/^[a-z_]{1,60}$/.test(code) ? code : "an error of no known name");
