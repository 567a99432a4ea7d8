import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

/** What the endpoint was sent. */
export interface Received {
  readonly authorization: string | undefined;
  readonly path: string | undefined;
  readonly body: z.infer<typeof bodySchema>;
  /** Resolves when the caller has gone before the answer was over. */
  readonly left: Promise<void>;
}

export type Behaviour = (reply: ServerResponse, received: Received) => void | Promise<void>;

const bodySchema = z.object({
  model: z.string(),
  stream: z.literal(true),
  messages: z.array(z.object({ role: z.enum(["system", "user"]), content: z.string() })),
});

/** A local server that speaks the chat-completions protocol, or misbehaves, one request after another. */
export class Endpoint {
  readonly received: Received[] = [];
  behaviour: Behaviour = says("");
  readonly #server = createServer((request, reply) => void this.#take(request, reply));

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return this.baseUrl;
  }

  get baseUrl(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/v1`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #take(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    const left = new Promise<void>((resolve) => {
      reply.once("close", () => {
        if (!reply.writableFinished) resolve();
      });
    });
    let text = "";
    for await (const piece of request) text += String(piece);
    const received = {
      authorization: request.headers.authorization,
      path: request.url,
      body: bodySchema.parse(JSON.parse(text)),
      left,
    };
    this.received.push(received);
    await this.behaviour(reply, received);
  }
}

/** One event of the protocol. */
export function chunk(content: string, finish: string | null = null): string {
  const choices = [{ index: 0, delta: { content }, finish_reason: finish }];
  return `data: ${JSON.stringify({ id: "c1", object: "chat.completion.chunk", choices })}\n\n`;
}

export function begin(reply: ServerResponse): void {
  reply.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
}

/** Says all of it as the protocol wants, a few characters at a time. */
export function says(text: string): Behaviour {
  return (reply) => {
    begin(reply);
    for (const piece of text.match(/[\s\S]{1,7}/g) ?? []) reply.write(chunk(piece));
    reply.end(`${chunk("", "stop")}data: [DONE]\n\n`);
  };
}

export function status(code: number, body = "{}"): Behaviour {
  return (reply) => {
    reply.writeHead(code, { "content-type": "application/json" });
    reply.end(body);
  };
}
