import { connect } from "node:net";

/** Sends these bytes as they are, for requests that no client would make, and gives all that comes back. */
export function rawRequest(port: number, head: string, body = ""): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(`${head}Connection: close\r\n\r\n${body}`);
    });
    socket.setEncoding("utf8").on("data", (chunk: string) => (answer += chunk));
    socket.once("close", () => {
      resolve(answer);
    });
    // A server that refuses may hang up before all was sent; what it said first counts.
    socket.once("error", (error) => {
      if (answer === "") reject(error);
      else resolve(answer);
    });
  });
}
