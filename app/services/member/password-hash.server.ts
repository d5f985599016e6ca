import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { normalisePassword } from "#app/domain/member/password.ts";

const mebibyte = 1_048_576;
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 192 * mebibyte };
const hashBytes = 32;
// why: each takes 128 MiB while it runs, and a flood of sign-ins must not take the machine's memory.
const mostAtOnce = 2;

const scheme = `scrypt:${cost.N}:${cost.r}:${cost.p}`;

/** The hash of a new password with its salt and cost, as one text. Takes about half a second: never inside a transaction. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await inTurn(() => derive(password, salt));
  return [scheme, salt.toString("base64url"), hash.toString("base64url")].join("$");
}

// Of a password that nobody knows: what an unknown address is measured against.
const nobodys = `${scheme}$${randomBytes(16).toString("base64url")}$${randomBytes(hashBytes).toString("base64url")}`;

/** Whether a password is the one behind a hash. With null for no hash it does the same work and says no. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [known, salt = "", hash = ""] = (kept ?? nobodys).split("$");
  if (known !== scheme) throw new Error("A password hash was made in a way this version does not know.");
  const expected = Buffer.from(hash, "base64url");
  const derived = await inTurn(() => derive(password, Buffer.from(salt, "base64url")));
  return expected.length === derived.length && timingSafeEqual(expected, derived) && kept !== null;
}

const derive = (password: string, salt: Buffer) =>
  new Promise<Buffer>((resolve, reject) => {
    scrypt(normalisePassword(password), salt, hashBytes, cost, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}
