import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { networkOf } from "./client-address.ts";

export interface ConnectionLimits {
  readonly all: number;
  /** Of one address (of an IPv6 client: of its /64 network); null where they all come from a proxy. */
  readonly perAddress: number | null;
}

/** Closes a new connection beyond a limit; those closed so do not count, so that a burst of one address shuts nobody else out. */
export function boundConnections(server: Server, { all, perAddress }: ConnectionLimits): void {
  const held = new Map<string, number>();
  let total = 0;
  server.on("connection", (socket: Socket) => {
    const address = networkOf(socket.remoteAddress ?? "");
    const own = held.get(address) ?? 0;
    if (total >= all || (perAddress !== null && own >= perAddress)) {
      socket.destroy();
      return;
    }
    total += 1;
    held.set(address, own + 1);
    socket.once("close", () => {
      total -= 1;
      const left = (held.get(address) ?? 1) - 1;
      if (left > 0) held.set(address, left);
      else held.delete(address);
    });
  });
}

/**
 * Closes a connection on which more than `most` requests wait for their replies: Node would keep them all in memory. A packet holds
 * hundreds of small requests, and Node tells of each of them after the connection is closed as well: those nobody hears of.
 */
export function boundPipelining(server: Server, most: number): void {
  const waiting = new WeakMap<Socket, number>();
  const listeners = server.listeners("request");
  server.removeAllListeners("request");
  server.on("request", (incoming: IncomingMessage, response: ServerResponse) => {
    const { socket } = incoming;
    if (socket.destroyed) return;
    const count = (waiting.get(socket) ?? 0) + 1;
    if (count > most) {
      socket.destroy();
      return;
    }
    waiting.set(socket, count);
    // Not before the packet is done: hundreds of refusals that are told at once would hold the thread as well.
    const done = () => setImmediate(() => waiting.set(socket, (waiting.get(socket) ?? 1) - 1));
    response.once("close", done);
    for (const listener of listeners) listener.call(server, incoming, response);
  });
}
