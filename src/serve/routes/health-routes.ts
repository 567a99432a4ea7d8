import { Hono } from "hono";
import type { Services } from "#serve/services.ts";

/**
 * `/livez`: this process runs. `/readyz` and `/healthz`: questions can be answered. `/metrics`: counts and times, in the text
 * format of Prometheus 0.0.4. None of them waits for a worker, nor counts against a limit.
 */
export function healthRoutes({ metrics }: Services, assertServing: () => void): Hono {
  const app = new Hono();
  const unkept = { "Cache-Control": "no-store" };
  app.get("/livez", (c) => c.json({ status: "ok" }, 200, unkept));
  for (const path of ["/healthz", "/readyz"]) {
    app.get(path, (c) => {
      assertServing();
      return c.json({ status: "ok" }, 200, unkept);
    });
  }
  app.get("/metrics", async (c) =>
    c.text((await metrics?.()) ?? "", 200, {
      ...unkept,
      "Content-Type": "text/plain; version=0.0.4; charset=utf-8",
    }),
  );
  return app;
}
