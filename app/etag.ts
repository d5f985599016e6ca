/**
 * A weak entity tag (compressed or not, it is the same answer) for a body under one version of the facts, by FNV-1a in 32 bits
 * (http://www.isthe.com/chongo/tech/comp/fnv/): two bodies could only be confused within one version at one address.
 */
export function etagOf(version: string, body: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < body.length; index += 1) {
    hash = Math.imul(hash ^ body.charCodeAt(index), 0x01000193);
  }
  return `W/"${version.replace(/[^\w.-]/g, "")}.${(hash >>> 0).toString(36)}"`;
}

/** Whether an If-None-Match header names this tag; the comparison is weak (RFC 9110, 13.1.2). */
export function isNoneMatch(ifNoneMatch: string | null | undefined, etag: string): boolean {
  if (ifNoneMatch === null || ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === "*") return true;
  const bare = etag.replace(/^W\//, "");
  return ifNoneMatch.split(",").some((tag) => tag.trim().replace(/^W\//, "") === bare);
}
