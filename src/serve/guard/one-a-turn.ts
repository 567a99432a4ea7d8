import type { IncomingMessage, Server, ServerResponse } from "node:http";

/** What is asked by those who watch over the service; answered in microseconds, and therefore before anything else. */
const WATCHED = /^\/(?:livez|readyz|healthz)(?:\?|$)/;
/** So long may work stand back behind connections that keep coming. */
const MOST_ACCEPTING_MS = 50;

/**
 * Begins one request in each turn of the event loop, in the order of their coming; the addresses of health are begun at once. Node
 * takes one new connection in each turn: while they come, work stands back for a moment. When two hundred requests on as many
 * connections come in one moment, `/healthz` behind them then waits until they are taken, and not until they are worked at.
 */
export function oneATurn(server: Server): void {
  const waiting: (() => void)[] = [];
  let isTurning = false;
  let isAccepting = false;
  let lastBegun = 0;
  const turn = () => {
    const now = performance.now();
    const standsBack = isAccepting && now - lastBegun < MOST_ACCEPTING_MS;
    isAccepting = false;
    const begin = standsBack ? undefined : waiting.shift();
    isTurning = standsBack || begin !== undefined;
    if (isTurning) setImmediate(turn);
    if (begin === undefined) return;
    lastBegun = now;
    begin();
  };
  server.on("connection", () => {
    isAccepting = true;
  });
  const listeners = server.listeners("request");
  server.removeAllListeners("request");
  server.on("request", (incoming: IncomingMessage, response: ServerResponse) => {
    const begin = () => {
      // Who has left meanwhile is not worked for.
      if (incoming.socket.destroyed) return;
      for (const listener of listeners) listener.call(server, incoming, response);
    };
    if (WATCHED.test(incoming.url ?? "")) return begin();
    waiting.push(begin);
    if (isTurning) return;
    isTurning = true;
    // The first waits for no turn of its own, unless connections are coming.
    lastBegun = performance.now();
    turn();
  });
}
