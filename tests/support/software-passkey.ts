import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type { CreatedPasskey, UsedPasskey } from "#app/services/member/passkey-answer.ts";

/** Where and how a ceremony is answered: a test changes one of them at a time. */
export interface Ceremony {
  origin: string;
  rpId: string;
  challenge: string;
  /** Whether the person was asked for finger, face or PIN. */
  isVerified?: boolean;
}

const text = (value: string) => Buffer.concat([header(3, Buffer.byteLength(value)), Buffer.from(value)]);
const bytes = (value: Buffer) => Buffer.concat([header(2, value.length), value]);
const integer = (value: number) => (value >= 0 ? header(0, value) : header(1, -1 - value));
const map = (...pairs: readonly (readonly [Buffer, Buffer])[]) =>
  Buffer.concat([header(5, pairs.length), ...pairs.flat()]);

/** The head of a CBOR item (RFC 8949) shorter than 64 KiB. */
function header(major: number, size: number): Buffer {
  const first = major << 5;
  if (size < 24) return Buffer.from([first | size]);
  return size < 256 ? Buffer.from([first | 24, size]) : Buffer.from([first | 25, size >> 8, size & 255]);
}

const sha256 = (value: Buffer | string) => createHash("sha256").update(value).digest();
const clientData = (type: string, { origin, challenge }: Ceremony) =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

/** A passkey made of a key in memory: what a device would answer, and what it would not. */
export function createSoftwarePasskey() {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const id = randomBytes(32);
  let counter = 0;

  const flagsOf = ({ isVerified = true }: Ceremony, more = 0) => 1 | (isVerified ? 4 : 0) | more;
  const authData = (ceremony: Ceremony, flags: number, rest: Buffer) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(ceremony.rpId), Buffer.from([flags]), count, rest]);
  };
  const common = {
    id: id.toString("base64url"),
    rawId: id.toString("base64url"),
    type: "public-key" as const,
    clientExtensionResults: {},
  };
  return {
    id: common.id,
    create: (ceremony: Ceremony): CreatedPasskey => {
      const coordinate = (value: string) => bytes(Buffer.from(value, "base64url"));
      const key = map(
        [integer(1), integer(2)],
        [integer(3), integer(-7)],
        [integer(-1), integer(1)],
        [integer(-2), coordinate(x)],
        [integer(-3), coordinate(y)],
      );
      const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key]);
      const attestation = map(
        [text("fmt"), text("none")],
        [text("attStmt"), map()],
        [text("authData"), bytes(authData(ceremony, flagsOf(ceremony, 64), credential))],
      );
      return {
        ...common,
        response: {
          clientDataJSON: clientData("webauthn.create", ceremony).toString("base64url"),
          attestationObject: attestation.toString("base64url"),
          transports: ["internal"],
        },
      };
    },
    use: (ceremony: Ceremony, accountId: string): UsedPasskey => {
      counter += 1;
      const data = authData(ceremony, flagsOf(ceremony), Buffer.alloc(0));
      const client = clientData("webauthn.get", ceremony);
      const signature = sign("sha256", Buffer.concat([data, sha256(client)]), privateKey);
      return {
        ...common,
        response: {
          clientDataJSON: client.toString("base64url"),
          authenticatorData: data.toString("base64url"),
          signature: signature.toString("base64url"),
          userHandle: Buffer.from(accountId).toString("base64url"),
        },
      };
    },
  };
}
