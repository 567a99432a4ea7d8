import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { oneATurn } from "./one-a-turn.ts";

let server: Server | null = null;
const open: Socket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.destroy();
  server?.close();
});

/** The addresses in the order in which they are begun. */
async function served(): Promise<{ readonly begun: string[]; readonly port: number }> {
  const begun: string[] = [];
  server = createServer((incoming, reply) => {
    begun.push(incoming.url ?? "");
    reply.end();
  });
  oneATurn(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address: AddressInfo | string | null = server.address();
  return { begun, port: typeof address === "object" ? (address?.port ?? 0) : 0 };
}

async function connected(port: number): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  open.push(socket);
  await once(socket, "connect");
  return socket.resume();
}

const request = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;

test("health is asked for behind a hundred requests and begun before nearly all of them", async () => {
  const { begun, port } = await served();
  const [worker, watcher] = [await connected(port), await connected(port)];
  await new Promise((resolve) => setTimeout(resolve, 50));
  worker.write(request("/work").repeat(100));
  watcher.write(request("/healthz"));
  while (begun.length < 101) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(begun.indexOf("/healthz")).toBeLessThan(10);
});

test("the others are begun in the order of their coming, none twice", async () => {
  const { begun, port } = await served();
  const socket = await connected(port);
  const paths = Array.from({ length: 50 }, (_, at) => `/${at}`);
  socket.write(paths.map(request).join(""));
  while (begun.length < 50) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(begun).toEqual(paths);
});

test("who has left before its turn is not worked for", async () => {
  const { begun, port } = await served();
  const [stays, leaves] = [await connected(port), await connected(port)];
  await new Promise((resolve) => setTimeout(resolve, 50));
  stays.write(request("/stays").repeat(200));
  leaves.write(request("/leaves").repeat(200), () => leaves.resetAndDestroy());
  while (begun.filter((path) => path === "/stays").length < 200)
    await new Promise((resolve) => setTimeout(resolve, 5));
  expect(begun.filter((path) => path === "/leaves").length).toBeLessThan(200);
});
