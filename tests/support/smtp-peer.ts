import type { AddressInfo, Socket } from "node:net";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";

/** How a mail server takes what comes. */
export type Manner =
  | { kind: "accepts" }
  /** 421 instead of a greeting. */
  | { kind: "closing" }
  /** No greeting at all. */
  | { kind: "silent" }
  /** 550 for this recipient, who has no mailbox there. */
  | { kind: "rejects"; recipient: string }
  /** Gone before it takes the message. */
  | { kind: "drops-before-data" }
  /** This reply after the whole message. */
  | { kind: "answers"; code: number }
  /** Takes the whole message, and is gone before it says so. */
  | { kind: "drops-after-data" }
  /** Takes the whole message, and never says so. */
  | { kind: "silent-after-data" };

export interface Received {
  from: string;
  to: string[];
  mail: ParsedMail;
}

/** A real mail server of this process's own on loopback. */
export interface SmtpPeer {
  /** smtp://… */
  url: string;
  /** Every message that came whole, whatever was said of it. */
  received: Received[];
  /** Connections made to it so far. */
  connections: () => number;
  behave: (manner: Manner) => void;
  close: () => Promise<void>;
}

const withCode = (responseCode: number, message: string) =>
  Object.assign(new Error(message), { responseCode });

/** Starts one that accepts everything until told otherwise. Errors quote the address, as real ones do. */
export async function startSmtpPeer(): Promise<SmtpPeer> {
  let manner: Manner = { kind: "accepts" };
  let connectionCount = 0;
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    closeTimeout: 100,
    onConnect: (_, callback) => {
      connectionCount += 1;
      if (manner.kind === "silent") return;
      callback(manner.kind === "closing" ? withCode(421, "closing, come back later") : null);
    },
    onRcptTo: ({ address }, _, callback) => {
      if (manner.kind === "drops-before-data") {
        for (const socket of sockets) socket.destroy();
        return;
      }
      const isRefused = manner.kind === "rejects" && manner.recipient === address;
      callback(isRefused ? withCode(550, `<${address}>: no such mailbox`) : null);
    },
    onData: (stream, { envelope }, callback) => {
      void simpleParser(stream).then((mail) => {
        received.push({
          from: envelope.mailFrom === false ? "" : envelope.mailFrom.address,
          to: envelope.rcptTo.map(({ address }) => address),
          mail,
        });
        if (manner.kind === "drops-after-data") for (const socket of sockets) socket.destroy();
        else if (manner.kind === "answers") callback(withCode(manner.code, "said after the message"));
        else if (manner.kind !== "silent-after-data") callback(null);
      }, callback);
    },
  });
  server.on("error", () => undefined);
  server.server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    connections: () => connectionCount,
    behave: (next) => {
      manner = next;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(resolve);
      }),
  };
}
