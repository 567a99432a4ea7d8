import {
  dataPageParametersSchema,
  documentsPageParametersSchema,
  indicatorParametersSchema,
  searchParametersSchema,
  suggestParametersSchema,
  viewerParametersSchema,
} from "#protocol/query-string.ts";
import { ADMINISTRATION } from "./admin-operations.ts";
import type { Group, Operation, Reply } from "./operation.ts";
import type { ReplyName } from "./schemas.ts";

const page: Reply = { says: "a page", bytes: "text/html" };
const file = (type: string): Reply => ({ says: "the file", bytes: type });
const json = (says: string, schema: ReplyName): Reply => ({ says, json: schema });
const list = (says: string, schema: ReplyName): Reply => ({ says, list: schema });
const get = (
  path: string,
  group: Group,
  says: string,
  more: Pick<Operation, "reply"> & Partial<Operation>,
): Operation => ({ method: "get", path, group, says, ...more });

/** Every address of the service, as its document tells them. */
export const OPERATIONS: readonly Operation[] = [
  {
    method: "post",
    path: "/api/chat",
    group: "答 Answers",
    says: "回答最后一个问题 Answers the last question of a conversation; with `stream: true` as server-sent events (status, citation, indicator, delta, then done or error).",
    body: { json: "ChatRequest" },
    reply: json("the answer with its citations and figures", "ChatResponse"),
    problems: [400, 413, 415, 429, 503],
  },
  {
    method: "post",
    path: "/api/feedback",
    group: "答 Answers",
    says: "评价一个回答 Says whether an answer was useful.",
    body: { json: "Feedback" },
    reply: { says: "taken", nothing: true },
    problems: [400, 413, 415, 429],
  },
  get("/api/documents", "读 Reports", "列出报告 Lists the reports.", {
    reply: list("every report", "DocumentSummary"),
  }),
  get(
    "/api/documents/{id}",
    "读 Reports",
    "一份报告的全文、章节与表格 The text, sections and tables of a report.",
    {
      reply: json("the report", "DocumentDetail"),
      problems: [404],
    },
  ),
  get("/api/search", "读 Reports", "检索段落 Finds passages.", {
    query: searchParametersSchema,
    reply: list("passages, best first", "SearchHit"),
    problems: [400],
  }),
  get("/api/coverage", "读 Reports", "收有什么 What is held: regions with their years, kinds of papers.", {
    reply: json("what is held", "Coverage"),
  }),
  get("/api/suggest", "读 Reports", "补全名称 Names that begin or go on as typed.", {
    query: suggestParametersSchema,
    reply: list("names", "Name"),
    problems: [400],
  }),
  get("/api/indicators", "读 Reports", "查询指标 Rows of the indicator table, as JSON or CSV.", {
    query: indicatorParametersSchema,
    reply: list("rows", "IndicatorRecord"),
    problems: [400],
  }),
  get("/v1/models", "其他程序 Other programs", "The one model, as OpenAI's clients list it.", {
    reply: json("models", "ModelList"),
  }),
  get("/v1/models/{id}", "其他程序 Other programs", "One model.", {
    reply: json("the model", "Model"),
    problems: [404],
  }),
  {
    method: "post",
    path: "/v1/chat/completions",
    group: "其他程序 Other programs",
    says: "An answer as a chat completion of OpenAI, or as its chunks. Errors have OpenAI's shape.",
    body: { json: "CompletionRequest" },
    reply: json("the completion", "Completion"),
    problems: [400, 404, 413, 415, 429, 503],
  },
  {
    method: "post",
    path: "/mcp",
    group: "其他程序 Other programs",
    says: "The Model Context Protocol over streamable HTTP.",
    body: { standard: "a JSON-RPC message of the Model Context Protocol" },
    reply: { says: "a JSON-RPC message", bytes: "application/json" },
    problems: [403, 413],
  },
  get("/openapi.json", "其他程序 Other programs", "本文件 This document.", {
    reply: { says: "OpenAPI 3.1", bytes: "application/json" },
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
    reply: file("application/octet-stream"),
    problems: [404],
  }),
  get("/indicators", "页面 Pages", "指标数据 The indicator table with filters.", {
    query: dataPageParametersSchema,
    reply: page,
    problems: [400],
  }),
  get("/indicators.csv", "页面 Pages", "所选的全部行 All rows of a selection, as CSV.", {
    query: dataPageParametersSchema,
    reply: file("text/csv"),
    problems: [400],
  }),
  get("/indicators.xlsx", "页面 Pages", "所选的全部行 All rows of a selection, as a sheet.", {
    query: dataPageParametersSchema,
    reply: file("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    problems: [400],
  }),
  get("/widget.js", "页面 Pages", "聊天组件 The chat widget.", { reply: file("text/javascript") }),
  get("/healthz", "运维 Operation", "能否回答问题 Whether questions can be answered.", {
    reply: json("they can", "Health"),
    problems: [503],
  }),
  get("/readyz", "运维 Operation", "The same as /healthz.", {
    reply: json("they can", "Health"),
    problems: [503],
  }),
  get("/livez", "运维 Operation", "Whether the process runs.", {
    reply: json("it does", "Health"),
  }),
  get("/metrics", "运维 Operation", "Counts in the text format of Prometheus.", {
    reply: file("text/plain"),
  }),
  ...ADMINISTRATION,
];
