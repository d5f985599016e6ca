// No control character, invisible one or half of a pair either: a database refuses some of them.
const shape = /^[^\s@"(),:;<>[\\\]\p{C}]+@[^\s@\p{C}]+\.[^\s@.\p{C}]{2,}$/u;
const mostCharacters = 254;

/**
 * An address as two people would agree it is the same: trimmed, NFKC, lower case, the domain as it travels (IDNA).
 * Dots and +tags are kept. Null for what is no address.
 */
export function normaliseEmail(typed: string): string | null {
  const trimmed = typed.trim().normalize("NFKC").toLowerCase();
  if (trimmed.length > mostCharacters || !shape.test(trimmed)) return null;
  const at = trimmed.lastIndexOf("@");
  const domain = trimmed.slice(at + 1);
  const url = `https://${domain}`;
  if (!URL.canParse(url)) return null;
  const { hostname, port, pathname } = new URL(url);
  return port === "" && pathname === "/" && !hostname.startsWith("[")
    ? `${trimmed.slice(0, at)}@${hostname}`
    : null;
}
