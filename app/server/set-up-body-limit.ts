import type { Express } from "express";
import type { PlainPage } from "./plain-page.ts";

/** Refuses a body over the limit: by its announced length, and by counting where none is announced. */
export function setUpBodyLimit(app: Express, limitBytes: number, plainPage: PlainPage) {
  app.use((request, response, next) => {
    const refuse = () => {
      response.setHeader("Connection", "close");
      plainPage(
        response,
        413,
        "That is too much to send at once",
        `One form can hold up to ${Math.round(limitBytes / 1_024)} kB. Go back and send less.`,
      );
    };
    if (Number(request.headers["content-length"] ?? 0) > limitBytes) {
      refuse();
      return;
    }
    if (request.headers["transfer-encoding"] !== undefined) {
      let countBytes = 0;
      // why: paused first, so that listening does not start the stream before its reader is there.
      request.pause();
      request.on("data", (chunk: Buffer) => {
        countBytes += chunk.length;
        if (countBytes <= limitBytes || response.headersSent) return;
        response.once("finish", () => request.destroy());
        refuse();
      });
    }
    next();
  });
}
