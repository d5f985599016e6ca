import { STATUS_CODES, type Server } from "node:http";
import { nextRequestId } from "./request-facts.ts";

/** What Node's parser says of a request that it gave up, and the status to answer it with. */
const statuses: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Answers what is no HTTP request, which Express never sees, with the headers of every other answer. */
export function setUpUnreadableRequests(
  server: Server,
  headers: readonly [string, string][],
  onAnswer: (status: number) => void,
) {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || error.code === "ECONNRESET") {
      socket.destroy();
      return;
    }
    const status = statuses[error.code ?? ""] ?? 400;
    onAnswer(status);
    const named = `X-Request-Id: ${nextRequestId()}\r\n`;
    socket.end(
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n${lines}${named}` +
        "Cache-Control: no-store\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
    );
  });
}
