import type { IncomingMessage } from "node:http";
import proxyAddress from "proxy-addr";

export type TrustProxy = (address: string, hop: number) => boolean;

/**
 * Whom to believe about X-Forwarded-*: null nobody, "1" the last so many hops, or addresses and ranges
 * ("loopback, 10.0.0.0/8"). Throws for anything else.
 */
export function trustProxyOf(setting: string | null): TrustProxy {
  if (setting === null) return () => false;
  const hops = Number(setting);
  if (Number.isInteger(hops)) return (_, hop) => hop < hops;
  return proxyAddress.compile(setting.split(",").map((range) => range.trim()));
}

/** The address to count a caller by: an IPv4 address whole, an IPv6 one by its /64, as one customer has it. */
export function createClientKey(trust: TrustProxy, trustsNobody: boolean) {
  return (request: IncomingMessage): string =>
    clientKeyOf(trustsNobody ? (request.socket.remoteAddress ?? "") : proxyAddress(request, trust));
}

/** "::ffff:192.0.2.1" → "192.0.2.1"; "2001:db8:0:1::9" → "2001:db8:0:1". */
export function clientKeyOf(address: string): string {
  if (!address.includes(":")) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1] !== undefined) return mapped[1];
  const [head = "", tail] = (address.split("%")[0] ?? "").toLowerCase().split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const missing = Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(missing).fill("0"), ...after].slice(0, 4).join(":");
}
