import { createServer, type Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import { boundConnections, boundPipelining } from "./guard/bound-connections.ts";
import { limit } from "./guard/limits.ts";
import { oneATurn } from "./guard/one-a-turn.ts";
import type { RunningAnswers } from "./running-answers.ts";

interface ServerOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The one handed to `createApp`. */
  readonly running: RunningAnswers;
  /** Connections one address may hold; null where they all come from a proxy. */
  readonly perAddress?: number | null;
}

export interface RunningServer {
  /** `http://127.0.0.1:8787` */
  readonly address: string;
  /** Admits no more, lets answers under way finish until `deadlineMs` from now, then ends them and closes every connection. */
  readonly stop: (deadlineMs: number) => Promise<void>;
}

/** Node's own defaults let a slow client hold a connection for minutes. */
const PATIENCE = {
  headersTimeout: limit("headersMs"),
  requestTimeout: limit("requestMs"),
  keepAliveTimeout: limit("keepAliveMs"),
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: limit("headerBytes"),
};
const GOODBYE_MS = 250;

/** Listens; rejects when the address cannot be taken. */
export async function startServer(app: Hono, options: ServerOptions): Promise<RunningServer> {
  const server = createAdaptorServer({ fetch: app.fetch, createServer, serverOptions: PATIENCE });
  if (!("closeAllConnections" in server)) throw new TypeError("an HTTP/1 server was expected");
  server.maxRequestsPerSocket = limit("requestsPerConnection");
  server.setTimeout(limit("socketIdleMs"));
  oneATurn(server);
  boundPipelining(server, limit("pipelined"));
  const { perAddress = null } = options;
  boundConnections(server, { all: limit("connections"), perAddress });
  await listening(server, options);
  return { address: addressOf(server), stop: (deadlineMs) => stop(server, options.running, deadlineMs) };
}

function listening(server: Server, { host, port }: ServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new TypeError("a TCP address was expected");
  const host = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}

async function stop(server: Server, running: RunningAnswers, deadlineMs: number): Promise<void> {
  // While it drains it still listens, so that whoever asks is told to come back.
  await running.drain(deadlineMs);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  // The last words of the ended streams are still on their way.
  const goodbye = setTimeout(() => server.closeAllConnections(), GOODBYE_MS);
  await closed;
  clearTimeout(goodbye);
}
