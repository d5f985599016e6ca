/** The site as passkeys know it. */
export interface RelyingParty {
  /** The host's name; a passkey works on it and nowhere else. */
  id: string;
  origin: string;
  name: string;
}

/** Null where the site is reached by a bare address, for which browsers make no passkeys. */
export function relyingPartyOf(publicUrl: string): RelyingParty | null {
  const { hostname, origin } = new URL(publicUrl);
  const isBareAddress = hostname.startsWith("[") || /^[\d.]+$/.test(hostname);
  return isBareAddress ? null : { id: hostname, origin, name: "Safer Neighbourhoods" };
}
