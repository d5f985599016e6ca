import { hashToken, newToken } from "#app/services/keys/keys.server.ts";

/** A new key of an agency: its prefix tells whoever finds one lying about what it is; then 256 random bits. */
export const newAgencyKey = (): string => `sn_${newToken()}`;

/** What is kept of a key, and how one that comes with a request is found. */
export const hashOfAgencyKey = (key: string): string => hashToken(key);
