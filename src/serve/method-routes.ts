import { Hono } from "hono";
import { problemOf, problemResponse } from "./problem.ts";

const METHODS = {
  "/api/chat": "POST",
  "/api/feedback": "POST",
  "/api/documents": "GET",
  "/api/documents/:id": "GET",
  "/api/search": "GET",
  "/api/indicators": "GET",
  "/v1/models": "GET",
  "/v1/chat/completions": "POST",
  "/healthz": "GET",
  "/livez": "GET",
  "/readyz": "GET",
  "/metrics": "GET",
  "/": "GET",
  "/documents": "GET",
  "/documents/:id": "GET",
  "/indicators": "GET",
  "/indicators.csv": "GET",
  "/indicators.xlsx": "GET",
  "/api/suggest": "GET",
  "/widget.js": "GET",
} as const;

/** 405 with Allow for an address that exists under another method. Stands after the real routes. */
export function methodRoutes(): Hono {
  const app = new Hono();
  for (const [path, method] of Object.entries(METHODS)) {
    app.all(path, () => {
      const response = problemResponse(problemOf("method_not_allowed"));
      response.headers.set("Allow", method === "GET" ? "GET, HEAD" : method);
      return response;
    });
  }
  return app;
}
