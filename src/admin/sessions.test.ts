import { expect, test } from "vitest";
import { AdminSessions } from "./sessions.ts";

const TOKEN = "t".repeat(40);

test("the right token opens a session that ends after eight hours or when it is logged out", () => {
  let now = 0;
  const sessions = new AdminSessions(TOKEN, () => now);
  const first = sessions.logIn(TOKEN, "a");
  const other = sessions.logIn(TOKEN, "a");
  if (!first.ok || !other.ok) throw new Error("not logged in");
  expect(first.session).not.toBe(other.session);
  sessions.logOut(other.session);
  expect([sessions.isOpen(first.session), sessions.isOpen(other.session)]).toEqual([true, false]);
  now = 8 * 3_600_000;
  expect(sessions.isOpen(first.session)).toBe(false);
});

test("five wrong tokens lock an address for a quarter of an hour, the right one included, and no other address", () => {
  let now = 0;
  const sessions = new AdminSessions(TOKEN, () => now);
  for (let failure = 1; failure <= 5; failure++)
    expect(sessions.logIn("wrong", "a")).toEqual({ ok: false, locked: failure === 5 });
  expect(sessions.logIn(TOKEN, "a").ok).toBe(false);
  expect(sessions.logIn(TOKEN, "b").ok).toBe(true);
  now = 15 * 60_000 + 1;
  expect(sessions.logIn(TOKEN, "a").ok).toBe(true);
});

test("a right token between wrong ones forgives them", () => {
  const sessions = new AdminSessions(TOKEN);
  for (const token of ["w", "w", "w", "w", TOKEN, "w", "w", "w", "w"]) sessions.logIn(token, "a");
  expect(sessions.isLocked("a")).toBe(false);
});

test("no session and no empty token is let in", () => {
  const sessions = new AdminSessions(TOKEN);
  expect([sessions.isOpen(""), sessions.isRight("", "a"), sessions.isRight(`${TOKEN} `, "a")]).toEqual([
    false,
    false,
    false,
  ]);
});
