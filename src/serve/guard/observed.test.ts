import { Hono } from "hono";
import { expect, test } from "vitest";
import { ProblemError } from "#serve/problem.ts";
import type { ObservedRequest, Services } from "#serve/services.ts";
import { DEFAULT_SERVE_SETTINGS as settings } from "#serve/settings.ts";
import { toldOf } from "#serve/told.ts";
import { observed } from "./observed.ts";

/** What is told of a request to an app with one report, one fault and one limit. */
async function toldAbout(method: string, path: string): Promise<Omit<ObservedRequest, "ms">[]> {
  const seen: Omit<ObservedRequest, "ms">[] = [];
  const observe: Services["observe"] = ({ ms, ...request }) => {
    expect(ms).toBeGreaterThanOrEqual(0);
    seen.push(request);
  };
  const app = new Hono();
  app.use(observed({ observe }));
  app.use("/api/*", async (_, next) => next());
  app.get("/documents/:id", (c) => c.text("report"));
  app.get("/api/fault", () => {
    throw new ProblemError("rate_limited");
  });
  app.onError((error, c) => toldOf(error, c, { settings }));
  await app.request(path, { method });
  return seen;
}

test.each([
  ["GET", "/documents/jiangbei-2022", "/documents/:id", 200],
  ["GET", "/api/fault", "/api/fault", 429],
  ["GET", "/wp-login.php", "other", 404],
  ["GET", "/api/a-name-made-up-by-somebody", "other", 404],
])("%s %s is told of as %s with %d", async (method, path, route, status) => {
  expect(await toldAbout(method, path)).toEqual([{ route, method, status }]);
});

test("a method that somebody made up has no name of its own", async () => {
  expect(await toldAbout("BREW", "/documents/x")).toEqual([{ route: "other", method: "other", status: 404 }]);
});
