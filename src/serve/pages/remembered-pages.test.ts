import { Hono } from "hono";
import { expect, test } from "vitest";
import { rememberedPages } from "./remembered-pages.ts";

/** An app whose every page has so many characters, and the addresses of those that were made. */
function pagesOf(length: number) {
  const made: string[] = [];
  const app = new Hono();
  app.use(rememberedPages(20_000));
  app.get("/page", (c) => {
    made.push(new URL(c.req.url).search);
    return c.html("字".repeat(length));
  });
  return { made, ask: async (at: number) => (await app.request(`/page?at=${at}`)).text() };
}

test("a page is made once", async () => {
  const { made, ask } = pagesOf(10);
  await ask(1);
  await ask(1);
  expect(made).toEqual(["?at=1"]);
});

test("long pages are not all remembered: a hundred endings of one address do not fill the memory", async () => {
  const { made, ask } = pagesOf(6_000);
  for (const at of [1, 2, 3, 4]) await ask(at);
  await ask(4);
  await ask(1);
  expect(made).toEqual(["?at=1", "?at=2", "?at=3", "?at=4", "?at=1"]);
});
