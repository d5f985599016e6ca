import { join } from "node:path";
import express, { type Express } from "express";

const hourMs = 3_600_000;
const yearMs = 365 * 24 * hourMs;

/** Built files carry their content in their name and never change; the others are asked about again after an hour. */
export function setUpStaticFiles(app: Express, clientFolder: string) {
  const options = { index: false, redirect: false } as const;
  app.use(
    "/assets",
    express.static(join(clientFolder, "assets"), { ...options, immutable: true, maxAge: yearMs }),
  );
  app.use("/assets", (_, response) => {
    response.status(404).set("Cache-Control", "no-store").type("text").send("There is no such file.\n");
  });
  app.use(express.static(clientFolder, { ...options, maxAge: hourMs }));
}
