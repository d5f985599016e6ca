import { execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { Agent, request } from "node:https";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { packageRoot } from "#app/server/package-root.ts";

const nginx = "/usr/sbin/nginx";

/** What stands in a test's name where it cannot run; empty where it can. */
export const withoutNginx = existsSync(nginx) ? "" : ` (needs nginx: no ${nginx})`;

export interface Ask {
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** The address that the caller has, 127.0.0.x. */
  from?: string;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** Debian's nginx with deploy/nginx.conf, over TLS under a certificate of its own. */
export interface RunningNginx {
  url: string;
  /** Port of the plain listener. */
  plainPort: number;
  ask: (path: string, how?: Ask) => Promise<Answer>;
  /** What it complained of. */
  complaints: () => string;
  stop: () => Promise<void>;
}

/** Where it listens and what stands behind it. */
export interface NginxPlaces {
  port: number;
  plainPort: number;
  /** http://127.0.0.1:port of each process. */
  behind: readonly [string, string];
}

/** Starts it and waits until it listens. Throws with its own words when it does not. */
export async function startNginx({ port, plainPort, behind }: NginxPlaces): Promise<RunningNginx> {
  const folder = mkdtempSync(join(tmpdir(), "nginx-"));
  chmodSync(folder, 0o700);
  makeCertificate(folder);
  writeFileSync(join(folder, "site.conf"), siteOf(folder, { port, plainPort, behind }));
  writeFileSync(join(folder, "nginx.conf"), mainOf(folder));
  const errors = join(folder, "error.log");
  const child = spawn(nginx, ["-c", join(folder, "nginx.conf"), "-e", errors], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const complaints = () => (existsSync(errors) ? readFileSync(errors, "utf8") : "");
  const ca = readFileSync(join(folder, "fullchain.pem"));
  const agent = new Agent({ ca, keepAlive: true });
  for (let count = 0; !(await isListening(port)); count += 1) {
    if (child.exitCode !== null || count > 200) throw new Error(`nginx did not start:\n${complaints()}`);
    await wait(50);
  }
  return {
    url: `https://127.0.0.1:${port}`,
    plainPort,
    ask: (path, how) => ask(port, agent, path, how),
    complaints,
    stop: async () => {
      agent.destroy();
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function makeCertificate(folder: string) {
  const words = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    .concat(["-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"])
    .concat(["-keyout", join(folder, "privkey.pem"), "-out", join(folder, "fullchain.pem")]);
  execFileSync("openssl", words, { stdio: ["ignore", "ignore", "pipe"] });
}

/** deploy/nginx.conf with other places in it. Throws where a place is not found: the file has changed. */
function siteOf(folder: string, { port, plainPort, behind: [first, second] }: NginxPlaces): string {
  const places: Readonly<Record<string, string>> = {
    "listen 80;": `listen 127.0.0.1:${plainPort};`,
    "listen 443 ssl http2;": `listen 127.0.0.1:${port} ssl http2;`,
    "web-1:3000": new URL(first).host,
    "web-2:3000": new URL(second).host,
    "/etc/nginx/certificates/fullchain.pem": join(folder, "fullchain.pem"),
    "/etc/nginx/certificates/privkey.pem": join(folder, "privkey.pem"),
  };
  return Object.entries(places).reduce(
    (text, [place, other]) => {
      if (text.split(place).length !== 2) throw new Error(`deploy/nginx.conf does not say "${place}" once.`);
      return text.replace(place, other);
    },
    readFileSync(join(packageRoot, "deploy/nginx.conf"), "utf8"),
  );
}

/** What Debian and the image bring around a site, without their folders. */
function mainOf(folder: string): string {
  const kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return [
    // As root it would hand the work to somebody who may not read the folder.
    ...(process.getuid?.() === 0 ? ["user root;"] : []),
    "daemon off;",
    "worker_processes 2;",
    `pid ${join(folder, "nginx.pid")};`,
    `error_log ${join(folder, "error.log")} warn;`,
    "events { worker_connections 512; }",
    "http {",
    ...kinds.map((kind) => `${kind}_temp_path ${join(folder, kind)};`),
    `include ${join(folder, "site.conf")};`,
    "}",
  ].join("\n");
}

const isListening = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => {
      resolve(false);
    });
  });

function ask(
  port: number,
  agent: Agent,
  path: string,
  { method = "GET", headers = {}, body = "", from = "127.0.0.1" }: Ask = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port, path, method, headers, agent, localAddress: from };
    const asked = request(options, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.once("error", reject);
      response.once("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    asked.once("error", reject);
    asked.end(body);
  });
}
