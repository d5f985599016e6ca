import { expect } from "vitest";

/** A browser without pages: keeps cookies by host and port, and follows redirects from site to site. */
export interface Browsing {
  /** Asks for one address and follows nothing. */
  get: (address: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  /** Follows redirects until there is a page, or until `until` says of an address not to go there. */
  follow: (
    address: string,
    until?: (address: URL) => boolean,
  ) => Promise<{ response: Response; address: URL }>;
  cookies: (address: string) => Map<string, string>;
}

const mostRedirects = 12;

export function browse(): Browsing {
  const jars = new Map<string, Map<string, string>>();
  // A real browser's cookies know no port: this one does, so that each test's site has its own.
  const cookies = (address: string) => {
    const { port } = new URL(address);
    const jar = jars.get(port) ?? new Map<string, string>();
    jars.set(port, jar);
    return jar;
  };
  const get: Browsing["get"] = async (address, headers = {}) => {
    const jar = cookies(address);
    const Cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(address, { redirect: "manual", headers: { Cookie, ...headers } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "" || /max-age=0(?:;|$)/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  return {
    get,
    cookies,
    follow: async (start, until = () => false) => {
      let address = new URL(start);
      for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
        const response = await get(address.href);
        const location = response.headers.get("Location");
        if (location === null) return { response, address };
        address = new URL(location, address);
        if (until(address)) return { response, address };
      }
      expect.fail(`more than ${mostRedirects} redirects from ${start}`);
    },
  };
}

/** Where a response leads. */
export const leadsTo = (response: Response): string => response.headers.get("Location") ?? "";
