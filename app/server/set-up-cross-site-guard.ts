import type { Express } from "express";
import { isProvenByKey, isProvenByLink, isOwnRequest } from "./cross-site.ts";
import type { PlainPage } from "./plain-page.ts";

/** Refuses what another site's page sent in a resident's name (`publicOrigin` as in `isOwnRequest`). */
export function setUpCrossSiteGuard(app: Express, publicOrigin: string | null, plainPage: PlainPage) {
  app.use((request, response, next) => {
    const { method, headers } = request;
    if (isProvenByKey(request.path, headers.authorization)) {
      // A key and a session together would be two people: the key alone counts.
      delete headers.cookie;
      delete headers.origin;
      next();
      return;
    }
    const { origin, host } = headers;
    const secFetchSite = request.get("Sec-Fetch-Site");
    // A page that tells nobody its address hides its origin too.
    const isHidden = origin === "null";
    const isOwn = isOwnRequest({ method, origin, host, secFetchSite }, publicOrigin);
    if (isOwn && !isHidden) next();
    else if (isProvenByLink(method, request.path)) {
      // Nobody's session has a part in it, and Remix would refuse a foreign or hidden Origin by itself.
      delete headers.cookie;
      delete headers.origin;
      next();
    } else if (isOwn) next();
    else {
      plainPage(
        response,
        403,
        "We could not accept this form",
        "It was not sent from a page of this service. Go back to the page, load it again and send the form once more.",
      );
    }
  });
}
