import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import type { Express } from "express";
import { policyReportsPath } from "./security-headers.ts";

/** Where the pages come from: the build, or Vite while developing. */
export interface Pages {
  /** Called for each request while developing; Remix prepares a fixed build once. */
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Serves the files that pages name. */
  setUpFiles: (app: Express) => void;
  stop: () => Promise<void>;
}

/** The pages as built by `npm run build`. Throws where there is no build. */
export async function loadBuiltPages(root: string, setUpFiles: Pages["setUpFiles"]): Promise<Pages> {
  const path = join(root, "build/server/index.js");
  const build = serverBuildOf(await import(/* @vite-ignore */ pathToFileURL(path).href));
  return { build, setUpFiles, stop: () => Promise.resolve() };
}

/** The pages as they are saved, through Vite in this process. */
export async function loadPagesInDevelopment(root: string): Promise<Pages> {
  const vite = await import("vite");
  const server = await vite.createServer({ root, server: { middlewareMode: true }, appType: "custom" });
  return {
    build: async () => serverBuildOf(await server.ssrLoadModule("virtual:remix/server-build")),
    setUpFiles: (app) => app.use(server.middlewares),
    stop: () => server.close(),
  };
}

function serverBuildOf(module: unknown): ServerBuild {
  if (!isServerBuild(module))
    throw new Error("The built pages are not a Remix server build: run npm run build.");
  return module;
}

const isServerBuild = (module: unknown): module is ServerBuild =>
  typeof module === "object" && module !== null && "routes" in module && "entry" in module;

/** Addresses that the process answers by itself. */
const processPaths = ["/health", "/ready", "/metrics", policyReportsPath];

type RouteObject = Parameters<typeof matchRoutes>[0][number];

/** From a path to its route's pattern ("/neighbourhoods/:slug"), for logs that keep no address. */
export function createRoutePattern(build: ServerBuild): (path: string) => string {
  const childrenOf = (parentId: string | undefined): RouteObject[] =>
    Object.values(build.routes).flatMap((route): RouteObject[] => {
      if (route.parentId !== parentId) return [];
      const { id, path } = route;
      return route.index === true
        ? [{ id, index: true, ...(path === undefined ? {} : { path }) }]
        : [{ id, children: childrenOf(id), ...(path === undefined ? {} : { path }) }];
    });
  const routes = childrenOf(undefined);
  return (path) => {
    if (processPaths.includes(path)) return path;
    if (path.startsWith("/assets/")) return "/assets/*";
    if (!canDecode(path)) return "unreadable";
    const matches = matchRoutes(routes, path.replace(/(\/_root)?\.data$/, "") || "/");
    const parts = matches?.flatMap(({ route }) => route.path ?? []) ?? ["*"];
    return `/${parts.filter((part) => part !== "").join("/")}`;
  };
}

function canDecode(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
