/** A browser without pages or script: keeps cookies, posts forms, follows nothing. */
export function openBrowser(site: string, start: Readonly<Record<string, string>> = {}) {
  const jar = new Map(Object.entries(start));
  const send = async (path: string, init: RequestInit = {}) => {
    const Cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(`${site}${path}`, {
      redirect: "manual",
      ...init,
      headers: { Cookie, Origin: site, "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0" },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "" || /max-age=0(?:;|$)/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  return {
    cookies: jar,
    get: (path: string) => send(path),
    post: (path: string, fields: Readonly<Record<string, string>> = {}) =>
      send(path, { method: "POST", body: new URLSearchParams(fields) }),
    /** Posts a form with a file in it. */
    send: (path: string, form: FormData) => send(path, { method: "POST", body: form }),
  };
}

export type TestBrowser = ReturnType<typeof openBrowser>;

/** Where a response leads. */
export const leadsTo = (response: Response): string | null => response.headers.get("Location");
