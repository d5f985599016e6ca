// The least a Node HTTP server can do: look up the bytes of an address and send them.
import { createServer } from "node:http";

/** @type {Map<string, Buffer>} */
const bytes = new Map();
const server = createServer((request, response) => {
  const body = bytes.get(request.url ?? "");
  if (body === undefined) {
    response.writeHead(404).end();
    return;
  }
  response
    .writeHead(200, { "Content-Type": "application/json; charset=utf-8", "Content-Length": body.length })
    .end(body);
});

process.on("message", (/** @type {[string, string][]} */ answers) => {
  for (const [path, body] of answers) bytes.set(path, Buffer.from(body));
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    process.send?.(typeof address === "object" ? address?.port : null);
  });
});
