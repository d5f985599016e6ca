import { request as httpRequest, type IncomingMessage } from "node:http";
import { createInterface } from "node:readline";
import {
  controlMessageSchema,
  type ControlMessage,
  type ControlRequest,
  type JobOutcome,
} from "./control-protocol.ts";

export interface RemoteJob {
  socketPath: string;
  request: ControlRequest;
  /** What comes before the outcome, in order. */
  onMessage: (message: Exclude<ControlMessage, { type: "outcome" }>) => void;
  signal: AbortSignal;
}

/** Hands a job to the server of this data folder and waits for its end; null where no server listens. */
export async function runOnServer({
  socketPath,
  request,
  onMessage,
  signal,
}: RemoteJob): Promise<JobOutcome | null> {
  try {
    const response = await send(socketPath, request, signal);
    if (response === null) return null;
    for await (const line of createInterface({ input: response, crlfDelay: Infinity })) {
      const message = controlMessageSchema.parse(JSON.parse(line));
      if (message.type === "outcome") return message.outcome;
      onMessage(message);
    }
  } catch (error) {
    if (!signal.aborted && !isConnectionLost(error)) throw error;
  }
  return signal.aborted
    ? { kind: "aborted" }
    : { kind: "failed", message: "The server stopped before the job ended. Nothing half done is in force." };
}

/** A server that is killed hangs up in the middle of a line. */
const isConnectionLost = (error: unknown) =>
  error instanceof Error && "code" in error && (error.code === "ECONNRESET" || error.code === "EPIPE");

function send(
  socketPath: string,
  body: ControlRequest,
  signal: AbortSignal,
): Promise<IncomingMessage | null> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({
      socketPath,
      method: "POST",
      path: "/jobs",
      headers: { "Content-Type": "application/json" },
      signal,
    });
    request.once("response", resolve);
    request.once("error", (error) => {
      // A socket file that nobody listens on was left by a server that was killed.
      if ("code" in error && (error.code === "ENOENT" || error.code === "ECONNREFUSED")) resolve(null);
      else reject(error);
    });
    request.end(JSON.stringify(body));
  });
}
