import { Hono } from "hono";
import { type Desk, DeskRefusal, switchSchema } from "#admin/desk.ts";
import type { Upload } from "#admin/desk-report.ts";
import { type RevisionRequest, revisionRequestSchema } from "#admin/figures.ts";
import { type OwnFile, ownFileOf } from "#admin/own-files.ts";
import type { AdminSessions } from "#admin/sessions.ts";
import { LIMITS } from "#protocol/chat.ts";
import { parametersOf, uploadParametersSchema } from "#protocol/query-string.ts";
import { adminGuard, assertOwnPage, isAdmitted, logIn, logOut } from "#serve/guard/admin-guard.ts";
import { limit } from "#serve/guard/limits.ts";
import { adminPage } from "#serve/pages/admin-page.ts";
import { logInPage } from "#serve/pages/log-in-page.ts";
import { parse } from "#serve/parse.ts";
import { ProblemError } from "#serve/problem.ts";
import { readBytes, readJson } from "#serve/read-json.ts";
import type { ServeSettings } from "#serve/settings.ts";

const FILE_BYTES = limit("uploadBytes");
/** Thousands of words or hundreds of answers. */
const OWN_BYTES = 1024 * 1024;
/** Nobody who is not admitted yet sends more. */
const LOG_IN_BYTES = 4 * 1024;
export interface Administration {
  readonly desk: Desk;
  readonly sessions: AdminSessions;
}

/** `/admin` and `/api/admin/*`: nothing of it answers without the token, or a session that was opened with it. */
export function adminRoutes({ desk, sessions }: Administration, settings: ServeSettings): Hono {
  const app = new Hono();
  app.use("/api/admin/*", adminGuard(sessions, settings));
  app.route("/", deskRoutes(desk));
  app.use("/admin/*", adminGuardOfForms(sessions, settings));
  app.get("/admin", async (c) => {
    c.header("Cache-Control", "no-store");
    if (!isAdmitted(c, sessions, settings)) return c.html(logInPage(settings));
    return c.html(await adminPage(settings, desk, c.req.query("said") ?? null));
  });
  app.post("/admin/log-in", async (c) => {
    assertOwnPage(c, settings);
    const { token = "" } = await fieldsOf(c.req.raw, LOG_IN_BYTES);
    try {
      logIn(c, String(token), sessions, settings);
      desk.acted("log in", "", "done");
    } catch (error) {
      desk.acted("log in", "", "refused");
      throw error;
    }
    return c.redirect("/admin", 303);
  });
  app.post("/admin/log-out", (c) => {
    logOut(c, sessions);
    return c.redirect("/admin", 303);
  });
  app.route("/", formRoutes(desk));
  return app;
}

/** Forms post to pages: whoever is not admitted gets no further than the log-in. */
function adminGuardOfForms(sessions: AdminSessions, settings: ServeSettings) {
  const guard = adminGuard(sessions, settings);
  return (c: Parameters<typeof guard>[0], next: () => Promise<void>) =>
    ["/admin", "/admin/log-in"].includes(c.req.path) ? next() : guard(c, next);
}

function deskRoutes(desk: Desk): Hono {
  const app = new Hono();
  app.get("/api/admin/state", (c) => c.json(desk.state()));
  app.get("/api/admin/reports", async (c) => c.json(await desk.reports()));
  app.post("/api/admin/reports", async (c) => {
    const { name, dryRun, replace } = parse(uploadParametersSchema, parametersOf(new URL(c.req.url)));
    const upload = { name, replace, bytes: await readBytes(c.req.raw, FILE_BYTES) };
    return c.json(await add(desk, upload, dryRun), dryRun ? 200 : 202);
  });
  app.delete("/api/admin/reports/:file", async (c) => {
    await remove(desk, c.req.param("file"));
    return c.body(null, 202);
  });
  app.get("/api/admin/figures", async (c) => c.json(await desk.figures()));
  app.post("/api/admin/figures", async (c) => {
    const said = parse(revisionRequestSchema, await readJson(c.req.raw, LIMITS.bodyBytes));
    await revise(desk, said);
    return c.body(null, 202);
  });
  app.get("/api/admin/statistics", async (c) => c.json(await desk.statistics()));
  app.get("/api/admin/own/:name", async (c) => c.text(await desk.ownFile(ownFile(c.req.param("name")))));
  app.put("/api/admin/own/:name", async (c) => {
    const text = new TextDecoder().decode(await readBytes(c.req.raw, OWN_BYTES));
    await putOwn(desk, c.req.param("name"), text);
    return c.body(null, 204);
  });
  app.get("/api/admin/gaps", async (c) => c.json(await desk.gaps()));
  app.get("/api/admin/feedback", async (c) => c.json(await desk.feedback()));
  app.get("/api/admin/settings", (c) => c.json(desk.settings()));
  app.put("/api/admin/answering", async (c) => {
    const to = parse(switchSchema, await readJson(c.req.raw, LIMITS.bodyBytes));
    await done(desk, to.on ? "answering on" : "answering off", to.notice, () => desk.switchAnswering(to));
    return c.json(desk.state());
  });
  return app;
}

/** The same for a browser without scripts: each form is answered by the page, which says what was done. */
function formRoutes(desk: Desk): Hono {
  const app = new Hono();
  app.post("/admin/reports", async (c) => {
    const { file, dryRun, replace } = await fieldsOf(c.req.raw);
    if (!(file instanceof File))
      throw new ProblemError("desk_refused", told("没有选择文件。", "No file was chosen."));
    const upload = {
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
      replace: replace === "true",
    };
    const { change, titles, tables, rows } = await add(desk, upload, dryRun === "true");
    const what = `${dryRun === "true" ? "试读" : "已收下"} ${upload.name}（${change}）：${titles.join("、")}；${tables} 张表，${rows} 行`;
    return c.redirect(`/admin?said=${encodeURIComponent(what)}`, 303);
  });
  app.post("/admin/reports/remove", async (c) => {
    const { file } = await fieldsOf(c.req.raw);
    await remove(desk, String(file ?? ""));
    return c.redirect(`/admin?said=${encodeURIComponent(`已移出 ${file}`)}`, 303);
  });
  app.post("/admin/figures", async (c) => {
    const { value, unit, ...fields } = await fieldsOf(c.req.raw, OWN_BYTES);
    const filled = Object.entries({ value, unit }).filter(([, words]) => words !== "" && words !== undefined);
    const said = parse(revisionRequestSchema, { ...fields, ...Object.fromEntries(filled) });
    await revise(desk, said);
    return c.redirect(
      `/admin?said=${encodeURIComponent(`已记下对 ${said.printed} 的订正，索引更新后生效`)}`,
      303,
    );
  });
  app.post("/admin/own", async (c) => {
    const { name = "", text = "" } = await fieldsOf(c.req.raw, OWN_BYTES);
    await putOwn(desk, String(name), String(text));
    return c.redirect(`/admin?said=${encodeURIComponent(`已保存 ${name}`)}`, 303);
  });
  app.post("/admin/answering", async (c) => {
    const { on, notice = "" } = await fieldsOf(c.req.raw);
    const to = { on: on === "true", notice: String(notice).slice(0, 500) };
    await done(desk, to.on ? "answering on" : "answering off", to.notice, () => desk.switchAnswering(to));
    return c.redirect("/admin", 303);
  });
  return app;
}

async function add(desk: Desk, upload: Upload, dryRun: boolean) {
  if (dryRun) return done(desk, "read ahead", upload.name, () => desk.readAhead(upload));
  return done(desk, "add report", upload.name, () => desk.add(upload));
}

const revise = (desk: Desk, said: RevisionRequest) =>
  done(desk, `figure ${said.verdict}`, `${said.row} ${said.printed} ${said.author}`, () => desk.revise(said));

const putOwn = (desk: Desk, name: string, text: string) =>
  done(desk, "own words", name, () => desk.putOwnFile(ownFile(name), text));

function ownFile(name: string): OwnFile {
  const file = ownFileOf(name);
  if (file === null) throw new ProblemError("not_found");
  return file;
}

const remove = (desk: Desk, file: string) => done(desk, "remove report", file, () => desk.remove(file));

/** Does it, and keeps that it was done or refused. */
async function done<Result>(
  desk: Desk,
  act: string,
  about: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    const result = await work();
    desk.acted(act, about, "done");
    return result;
  } catch (error) {
    desk.acted(act, about, "refused");
    if (error instanceof DeskRefusal)
      throw new ProblemError("desk_refused", told(error.message, ""), { cause: error });
    throw error;
  }
}

const told = (zh: string, en: string) => ({ words: { zh, en } });

/** The fields of a form of at most `most` bytes; none of what is no form. */
async function fieldsOf(request: Request, most = FILE_BYTES): Promise<Record<string, string | File>> {
  const bytes = await readBytes(request, most);
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  const form = await new Response(new Uint8Array(bytes), { headers }).formData().catch(() => new FormData());
  return Object.fromEntries(form);
}
