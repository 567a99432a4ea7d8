import { z } from "zod";
import { revisionRequestSchema } from "#admin/figures.ts";
import { uploadParametersSchema } from "#protocol/query-string.ts";
import type { Operation, Reply } from "./operation.ts";

const route = (
  method: Operation["method"],
  path: string,
  says: string,
  more: Pick<Operation, "reply"> & Partial<Operation>,
): Operation => ({ method, path, says, group: "管理 Administration", problems: [401], ...more });

/** A form of the desk, for a browser without scripts: the page answers it. */
const form = (path: string, says: string, fields: z.ZodRawShape, problems: readonly number[]): Operation =>
  route("post", path, says, { body: { form: z.object(fields) }, reply: back, problems });

const back: Reply = { says: "back to the desk", status: 303, nothing: true };
const words = z.string();

/** Only where `ADMIN_TOKEN` is given; each but the log-in wants it, or a session that was opened with it. */
export const ADMINISTRATION: readonly Operation[] = [
  route("get", "/api/admin/state", "索引与开关 The index and the switch.", {
    reply: { says: "the state", json: "DeskState" },
  }),
  route("get", "/api/admin/reports", "报告与读取情况 The files and what was read in them.", {
    reply: { says: "every file", list: "DeskReport" },
  }),
  route("post", "/api/admin/reports", "上传报告 Puts the file in the body among the reports.", {
    query: uploadParametersSchema,
    body: { bytes: "application/octet-stream" },
    reply: { says: "what changes; 200 where it was only tried", status: 202, json: "DeskChange" },
    problems: [400, 401, 409, 413],
  }),
  route("delete", "/api/admin/reports/{file}", "移出报告 Takes a report out.", {
    reply: { says: "taken out; the index follows", status: 202, nothing: true },
    problems: [401, 409],
  }),
  route("get", "/api/admin/figures", "存疑数字与订正 Figures to look at, and what was said of figures.", {
    reply: { says: "both", json: "DeskFigures" },
  }),
  route("post", "/api/admin/figures", "订正数字 Confirms, corrects or hides a figure.", {
    body: { json: "FigureRevision" },
    reply: { says: "kept; the index follows", status: 202, nothing: true },
    problems: [400, 401, 409],
  }),
  route("get", "/api/admin/statistics", "统计 Questions a day, status, time, topics, coverage.", {
    reply: { says: "counts", json: "Statistics" },
  }),
  route(
    "get",
    "/api/admin/own/{name}",
    "自备答案与词表 The file answers.jsonl, sensitive.txt or synonyms.txt.",
    {
      reply: { says: "its words", bytes: "text/plain" },
      problems: [401, 404],
    },
  ),
  route("put", "/api/admin/own/{name}", "改自备答案与词表 Puts other words in its place.", {
    body: { bytes: "text/plain" },
    reply: { says: "they count from now on", nothing: true },
    problems: [401, 404, 409, 413],
  }),
  route("get", "/api/admin/gaps", "没有答上的问题 Questions asked in vain, grouped.", {
    reply: { says: "the most asked first", list: "GapGroup" },
  }),
  route("get", "/api/admin/feedback", "读者评价 The last verdicts of readers.", {
    reply: { says: "newest first", list: "KeptVerdict" },
  }),
  route("get", "/api/admin/settings", "现行设置 Settings in force; secrets only as given or not.", {
    reply: { says: "by name", json: "Settings" },
  }),
  route("put", "/api/admin/answering", "开关答问 Turns answering on or off, with a notice.", {
    body: { json: "AnsweringSwitch" },
    reply: { says: "the state", json: "DeskState" },
    problems: [400, 401],
  }),
  route("get", "/admin", "管理页 The desk.", { reply: { says: "a page", bytes: "text/html" }, problems: [] }),
  form("/admin/log-in", "登录 Opens a session.", { token: words }, [401, 403, 429]),
  form("/admin/log-out", "退出 Ends it.", {}, [401, 403]),
  form("/admin/reports", "上传 Uploads a report.", { dryRun: words, replace: words }, [401, 403, 409]),
  form("/admin/reports/remove", "移出 Takes a report out.", { file: words }, [401, 403, 409]),
  form(
    "/admin/figures",
    "订正 Says of a figure what it should be.",
    revisionRequestSchema.shape,
    [400, 401, 403, 409],
  ),
  form("/admin/own", "保存自备答案与词表 Saves a file.", { name: words, text: words }, [401, 403, 404, 409]),
  form("/admin/answering", "开关 Turns answering on or off.", { on: words, notice: words }, [401, 403]),
];
