import type { Context } from "hono";
import { z } from "zod";

/** What the adaptor for Node's HTTP server hands over beside the request. */
const bindingsSchema = z.object({
  incoming: z.object({ socket: z.object({ remoteAddress: z.string().optional() }) }),
});

/**
 * Who is asking, for the rate limit: the socket's address, or with `trustedProxies` n the n-th entry from the right of
 * X-Forwarded-For, which is the last one a proxy of our own wrote. An IPv6 client counts as its /64 network.
 */
export function clientAddress(c: Pick<Context, "env" | "req">, trustedProxies: number): string {
  const bindings = bindingsSchema.safeParse(c.env);
  const socket = bindings.data?.incoming.socket.remoteAddress ?? "local";
  const forwarded = (c.req.header("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim());
  const claimed = trustedProxies > 0 ? forwarded.at(-trustedProxies) : undefined;
  return networkOf(claimed === undefined || claimed === "" ? socket : claimed);
}

/** The address itself, or of an IPv6 address its /64 network: as much as one client has at least. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (!plain.includes(":")) return plain;
  const [head = "", tail] = plain.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  return [...left, ...zeros, ...right].slice(0, 4).join(":");
}
