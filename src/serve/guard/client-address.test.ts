import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { clientAddress } from "./client-address.ts";

async function addressFrom(forwarded: string, trustedProxies: number): Promise<string> {
  const app = new Hono<{ Bindings: Partial<HttpBindings> }>();
  app.get("/", (c) => c.text(clientAddress(c, trustedProxies)));
  return (await app.request("/", { headers: { "x-forwarded-for": forwarded } })).text();
}

test("without a proxy of our own nothing a client claims is believed", async () => {
  expect(await addressFrom("1.2.3.4", 0)).toBe("local");
});

test("behind n proxies the n-th entry from the right counts, whatever stands before it", async () => {
  expect(await addressFrom("6.6.6.6, 1.2.3.4", 1)).toBe("1.2.3.4");
  expect(await addressFrom("6.6.6.6, 1.2.3.4, 10.0.0.1", 2)).toBe("1.2.3.4");
  expect(await addressFrom("", 1)).toBe("local");
});

test("an IPv6 client is its network, since it owns all addresses in it", async () => {
  expect(await addressFrom("2001:db8:1:2:3:4:5:6", 1)).toBe("2001:db8:1:2");
  expect(await addressFrom("2001:db8::1", 1)).toBe("2001:db8:0:0");
  expect(await addressFrom("::ffff:1.2.3.4", 1)).toBe("1.2.3.4");
});
