import { Hono } from "hono";
import { OPERATIONS } from "#openapi/operations.ts";
import { problemOf, problemResponse } from "#serve/problem.ts";

/** 405 with Allow for an address that exists under another method. Stands after the real routes. */
export function methodRoutes(): Hono {
  const app = new Hono();
  for (const path of new Set(OPERATIONS.map((each) => each.path))) {
    const methods = OPERATIONS.filter((each) => each.path === path).flatMap(({ method }) =>
      method === "get" ? ["GET", "HEAD"] : [method.toUpperCase()],
    );
    app.all(path.replaceAll(/\{(\w+)\}/g, ":$1"), () => {
      const response = problemResponse(problemOf("method_not_allowed"));
      response.headers.set("Allow", methods.join(", "));
      return response;
    });
  }
  return app;
}
