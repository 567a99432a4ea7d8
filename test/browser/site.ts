import { createServer, type RequestListener, type Server } from "node:http";
import { createApp } from "#serve/app.ts";
import { bundleWidget } from "#serve/bundle-widget.ts";
import { RunningAnswers } from "#serve/running-answers.ts";
import type { ServeSettings } from "#serve/settings.ts";
import { startServer } from "#serve/start-server.ts";
import { type Changes, exampleServices } from "../serve/example.ts";
import { scriptedAsk } from "./scripted-ask.ts";

export interface Site {
  readonly at: string;
  readonly port: number;
  readonly feedback: readonly unknown[];
  readonly stop: () => Promise<void>;
}

/** The real server over the example report, with scripted answers. `port` 0 takes a free one. */
export async function startSite(
  settings: Partial<ServeSettings> = {},
  port = 0,
  more: Changes = {},
): Promise<Site> {
  const feedback: unknown[] = [];
  const services = exampleServices(
    { ask: scriptedAsk, widget: bundleWidget, feedback: (given) => void feedback.push(given), ...more },
    settings,
  );
  const running = new RunningAnswers();
  const server = await startServer(createApp(services, running), { host: "127.0.0.1", port, running });
  return {
    at: server.address,
    port: Number(new URL(server.address).port),
    feedback,
    stop: () => server.stop(0),
  };
}

export interface HostPage {
  readonly at: string;
  readonly stop: () => Promise<void>;
}

/** A page of some other origin, with whatever policy it has. */
export function startHostPage(body: string, policy: string | null = null): Promise<HostPage> {
  return listen((_, reply) => {
    reply.setHeader("Content-Type", "text/html; charset=utf-8");
    if (policy !== null) reply.setHeader("Content-Security-Policy", policy);
    reply.end(
      `<!doctype html><html lang="zh-CN"><head><meta name="viewport" content="width=device-width"><title>别处的网页</title></head><body>${body}</body></html>`,
    );
  });
}

/** A server that begins every answer and breaks the connection in mid-stream. */
export function startDyingServer(): Promise<HostPage> {
  return listen((request, reply) => {
    reply.setHeader("Access-Control-Allow-Origin", "*");
    reply.setHeader("Access-Control-Allow-Headers", "*");
    if (request.method === "OPTIONS") {
      reply.end();
      return;
    }
    reply.setHeader("Content-Type", "text/event-stream; charset=utf-8");
    reply.write('event: delta\ndata: {"text":"北川县2022年"}\n\n');
    setTimeout(() => reply.destroy(), 100);
  });
}

async function listen(answer: RequestListener): Promise<HostPage> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { at: addressOf(server), stop: () => stop(server) };
}

function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new TypeError("a TCP address was expected");
  return `http://localhost:${address.port}`;
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
