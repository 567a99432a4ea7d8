import type { z } from "zod";
import { chatRequestSchema, chatResponseSchema } from "#protocol/chat.ts";
import { feedbackSchema } from "#protocol/feedback.ts";
import {
  documentDetailSchema,
  documentSummarySchema,
  indicatorRecordSchema,
  searchHitSchema,
} from "#protocol/library.ts";
import { problemSchema } from "#protocol/problem.ts";
import {
  dataPageParametersSchema,
  documentsPageParametersSchema,
  indicatorParametersSchema,
  searchParametersSchema,
  suggestParametersSchema,
  viewerParametersSchema,
} from "#protocol/query-string.ts";

/** The schemas of the wire contract by the names they have in the document. */
export const SCHEMAS = {
  ChatRequest: chatRequestSchema,
  ChatResponse: chatResponseSchema,
  Feedback: feedbackSchema,
  DocumentSummary: documentSummarySchema,
  DocumentDetail: documentDetailSchema,
  SearchHit: searchHitSchema,
  IndicatorRecord: indicatorRecordSchema,
  Problem: problemSchema,
} as const;

export type SchemaName = keyof typeof SCHEMAS;

/** What one reply holds: a schema, a list of one, or bytes of a media type that has none. */
export interface Reply {
  readonly says: string;
  readonly type?: string;
  readonly schema?: SchemaName;
  readonly list?: boolean;
}

/** One method of one address. */
export interface Operation {
  readonly method: "get" | "post" | "put" | "delete";
  /** With `{name}` for what varies. */
  readonly path: string;
  readonly group:
    | "答 Answers"
    | "读 Reports"
    | "其他程序 Other programs"
    | "页面 Pages"
    | "运维 Operation"
    | "管理 Administration";
  readonly says: string;
  readonly query?: z.ZodObject;
  readonly body?: SchemaName | "other";
  readonly reply: Reply;
  /** Statuses besides the reply under which a problem is told. */
  readonly problems?: readonly number[];
}

const page = { says: "a page", type: "text/html" } as const;
const text = (type: string) => ({ says: "the file", type });
const get = (
  path: string,
  group: Operation["group"],
  says: string,
  more: Pick<Operation, "reply"> & Partial<Operation>,
): Operation => ({ method: "get", path, group, says, ...more });

const admin = (
  method: Operation["method"],
  path: string,
  says: string,
  more: Partial<Operation> = {},
): Operation => ({
  method,
  path,
  says,
  group: "管理 Administration",
  reply: { says: "as asked", type: path.startsWith("/api/") ? "application/json" : "text/html" },
  problems: [401],
  ...more,
});

/** Only where `ADMIN_TOKEN` is given; each but the log-in wants it, or a session that was opened with it. */
const ADMINISTRATION: readonly Operation[] = [
  admin("get", "/api/admin/state", "索引与开关 The index and the switch."),
  admin("get", "/api/admin/reports", "报告与读取情况 The files and what was read in them."),
  admin(
    "post",
    "/api/admin/reports",
    "上传报告 Puts the file in the body among the reports; `name`, `dryRun`, `replace` in the query.",
    {
      body: "other",
      problems: [400, 401, 409, 413],
    },
  ),
  admin("delete", "/api/admin/reports/{file}", "移出报告 Takes a report out.", { problems: [401, 409] }),
  admin("get", "/api/admin/gaps", "没有答上的问题 Questions asked in vain, grouped."),
  admin("get", "/api/admin/feedback", "读者评价 The last verdicts of readers."),
  admin("get", "/api/admin/settings", "现行设置 Settings in force; secrets only as given or not."),
  admin("put", "/api/admin/answering", "开关答问 Turns answering on or off, with a notice.", {
    body: "other",
    problems: [400, 401],
  }),
  admin("get", "/admin", "管理页 The desk.", { problems: [] }),
  admin("post", "/admin/log-in", "登录 Opens a session.", { body: "other", problems: [401, 403, 429] }),
  admin("post", "/admin/log-out", "退出 Ends it.", { problems: [401, 403] }),
  admin("post", "/admin/reports", "上传 A form of the desk.", { body: "other", problems: [401, 403, 409] }),
  admin("post", "/admin/reports/remove", "移出 A form of the desk.", {
    body: "other",
    problems: [401, 403, 409],
  }),
  admin("post", "/admin/answering", "开关 A form of the desk.", { body: "other", problems: [401, 403] }),
];

/** Every address of the service, as its document tells them. */
export const OPERATIONS: readonly Operation[] = [
  {
    method: "post",
    path: "/api/chat",
    group: "答 Answers",
    says: "回答最后一个问题 Answers the last question of a conversation; with `stream: true` as server-sent events (status, citation, indicator, delta, then done or error).",
    body: "ChatRequest",
    reply: { says: "the answer with its citations and figures", schema: "ChatResponse" },
    problems: [400, 413, 415, 429, 503],
  },
  {
    method: "post",
    path: "/api/feedback",
    group: "答 Answers",
    says: "评价一个回答 Says whether an answer was useful.",
    body: "Feedback",
    reply: { says: "taken" },
    problems: [400, 413, 415, 429],
  },
  get("/api/documents", "读 Reports", "列出报告 Lists the reports.", {
    reply: { says: "every report", schema: "DocumentSummary", list: true },
  }),
  get(
    "/api/documents/{id}",
    "读 Reports",
    "一份报告的全文、章节与表格 The text, sections and tables of a report.",
    {
      reply: { says: "the report", schema: "DocumentDetail" },
      problems: [404],
    },
  ),
  get("/api/search", "读 Reports", "检索段落 Finds passages.", {
    query: searchParametersSchema,
    reply: { says: "passages, best first", schema: "SearchHit", list: true },
    problems: [400],
  }),
  get("/api/coverage", "读 Reports", "收有什么 What is held: regions with their years, kinds of papers.", {
    reply: { says: "what is held", type: "application/json" },
  }),
  get("/api/suggest", "读 Reports", "补全名称 Names that begin or go on as typed.", {
    query: suggestParametersSchema,
    reply: { says: "names", type: "application/json" },
    problems: [400],
  }),
  get("/api/indicators", "读 Reports", "查询指标 Rows of the indicator table, as JSON or CSV.", {
    query: indicatorParametersSchema,
    reply: { says: "rows", schema: "IndicatorRecord", list: true },
    problems: [400],
  }),
  get("/v1/models", "其他程序 Other programs", "The one model, as OpenAI's clients list it.", {
    reply: { says: "models", type: "application/json" },
  }),
  get("/v1/models/{id}", "其他程序 Other programs", "One model.", {
    reply: { says: "the model", type: "application/json" },
    problems: [404],
  }),
  {
    method: "post",
    path: "/v1/chat/completions",
    group: "其他程序 Other programs",
    says: "An answer as a chat completion of OpenAI, or as its chunks. Errors have OpenAI's shape.",
    body: "other",
    reply: { says: "the completion", type: "application/json" },
  },
  {
    method: "post",
    path: "/mcp",
    group: "其他程序 Other programs",
    says: "The Model Context Protocol over streamable HTTP.",
    body: "other",
    reply: { says: "a JSON-RPC message", type: "application/json" },
    problems: [403, 413],
  },
  get("/openapi.json", "其他程序 Other programs", "本文件 This document.", {
    reply: { says: "OpenAPI 3.1", type: "application/json" },
  }),
  get("/developers", "页面 Pages", "本文件的页面 This document as a page.", { reply: page }),
  get("/", "页面 Pages", "提问页 The page with the question box; `q` asks.", { reply: page }),
  get("/documents", "页面 Pages", "报告列表 The list of reports.", {
    query: documentsPageParametersSchema,
    reply: page,
  }),
  get("/documents/{id}", "页面 Pages", "报告原文 A report, with a span shown.", {
    query: viewerParametersSchema,
    reply: page,
    problems: [404],
  }),
  get("/documents/{id}/original", "页面 Pages", "报告的原文件 The file that a report was read from.", {
    reply: text("application/octet-stream"),
    problems: [404],
  }),
  get("/indicators", "页面 Pages", "指标数据 The indicator table with filters.", {
    query: dataPageParametersSchema,
    reply: page,
    problems: [400],
  }),
  get("/indicators.csv", "页面 Pages", "所选的全部行 All rows of a selection, as CSV.", {
    query: dataPageParametersSchema,
    reply: text("text/csv"),
    problems: [400],
  }),
  get("/indicators.xlsx", "页面 Pages", "所选的全部行 All rows of a selection, as a sheet.", {
    query: dataPageParametersSchema,
    reply: text("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    problems: [400],
  }),
  get("/widget.js", "页面 Pages", "聊天组件 The chat widget.", { reply: text("text/javascript") }),
  get("/healthz", "运维 Operation", "能否回答问题 Whether questions can be answered.", {
    reply: { says: "they can", type: "application/json" },
    problems: [503],
  }),
  get("/readyz", "运维 Operation", "The same as /healthz.", {
    reply: { says: "they can", type: "application/json" },
    problems: [503],
  }),
  get("/livez", "运维 Operation", "Whether the process runs.", {
    reply: { says: "it does", type: "application/json" },
  }),
  get("/metrics", "运维 Operation", "Counts in the text format of Prometheus.", {
    reply: text("text/plain"),
  }),
  ...ADMINISTRATION,
];
