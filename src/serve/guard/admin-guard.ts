import type { Context, MiddlewareHandler } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { AdminSessions } from "#admin/sessions.ts";
import { ProblemError } from "#serve/problem.ts";
import type { ServeSettings } from "#serve/settings.ts";
import { clientAddress } from "./client-address.ts";
import { originOf } from "./origin-of.ts";

const COOKIE = "wenzheng_desk";

/** True when the request brings the token, or a session that was opened with it. */
export function isAdmitted(c: Context, sessions: AdminSessions, settings: ServeSettings): boolean {
  const token = bearerOf(c);
  if (token !== null) return sessions.isRight(token, clientAddress(c, settings.trustedProxies));
  return sessions.isOpen(getCookie(c, COOKIE) ?? "");
}

/** Lets through whoever is admitted; with a session, only what comes from our own page may change anything. */
export function adminGuard(sessions: AdminSessions, settings: ServeSettings): MiddlewareHandler {
  return async (c, next) => {
    c.header("Cache-Control", "no-store");
    if (!isAdmitted(c, sessions, settings)) throw new ProblemError("not_admitted");
    if (bearerOf(c) === null) assertOwnPage(c, settings);
    await next();
  };
}

/** A browser names the page that sends: another site cannot make it send in the name of whoever is logged in. */
export function assertOwnPage(c: Context, settings: ServeSettings): void {
  if (["GET", "HEAD"].includes(c.req.method)) return;
  if (c.req.header("origin") !== originOf(c, settings)) throw new ProblemError("origin_unknown");
}

/** @throws ProblemError for a wrong token or a locked address */
export function logIn(c: Context, token: string, sessions: AdminSessions, settings: ServeSettings): void {
  const opened = sessions.logIn(token, clientAddress(c, settings.trustedProxies));
  if (!opened.ok)
    throw new ProblemError(
      opened.locked ? "locked" : "not_admitted",
      opened.locked ? { retryAfter: 900 } : {},
    );
  setCookie(c, COOKIE, opened.session, {
    httpOnly: true,
    sameSite: "Strict",
    path: "/",
    secure: originOf(c, settings).startsWith("https:"),
    maxAge: opened.seconds,
  });
}

export function logOut(c: Context, sessions: AdminSessions): void {
  sessions.logOut(getCookie(c, COOKIE) ?? "");
  deleteCookie(c, COOKIE, { path: "/" });
}

function bearerOf(c: Context): string | null {
  return /^Bearer (.+)$/.exec(c.req.header("authorization") ?? "")?.[1] ?? null;
}
