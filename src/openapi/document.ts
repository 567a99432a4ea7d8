import { z } from "zod";
import type { Body, Operation, Reply } from "./operation.ts";
import { OPERATIONS } from "./operations.ts";
import { BODIES, type BodyName, REPLIES, type ReplyName } from "./schemas.ts";

/** The service as an OpenAPI 3.1 document, made from the schemas that check what crosses the wire. */
export function openApiDocument(siteName: string) {
  return {
    openapi: "3.1.0",
    info: {
      title: siteName,
      version: "1",
      description:
        "政府报告问答：每个数字都出自报告原文。 Answers from local-government reports; every figure is a cell or a sentence of one. Errors are problem details (RFC 9457).",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
    paths: pathsOf(OPERATIONS),
    components: { schemas: { ...componentsOf(BODIES, "input"), ...componentsOf(REPLIES, "output") } },
  };
}

function pathsOf(operations: readonly Operation[]): Record<string, Record<string, object>> {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations) {
    const methods = paths[operation.path] ?? {};
    methods[operation.method] = operationOf(operation);
    paths[operation.path] = methods;
  }
  return paths;
}

function operationOf({ method, path, group, says, query, body, reply, problems = [] }: Operation): object {
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const problem = path.startsWith("/v1/") ? completionError : problemDetails;
  return {
    operationId: `${method}${path.replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? "").toUpperCase())}`,
    summary: says,
    tags: [group],
    parameters: [...named, ...queryParameters(query)],
    ...(body === undefined ? {} : { requestBody: { required: true, ...bodyOf(body) } }),
    responses: {
      [String(reply.status ?? ("nothing" in reply ? 204 : 200))]: responseOf(reply),
      ...Object.fromEntries(problems.map((code) => [String(code), problem])),
    },
  };
}

function queryParameters(query: z.ZodObject | undefined): object[] {
  if (query === undefined) return [];
  const schema = z.toJSONSchema(query, { io: "output", unrepresentable: "any" });
  const required = new Set(z.toJSONSchema(query, { io: "input", unrepresentable: "any" }).required ?? []);
  return Object.entries(schema.properties ?? {}).map(([name, parameter]) => ({
    name,
    in: "query",
    required: required.has(name),
    schema: parameter,
  }));
}

function bodyOf(body: Body): object {
  if ("json" in body) return { content: { "application/json": { schema: refTo(body.json) } } };
  if ("form" in body)
    return { content: { "multipart/form-data": { schema: jsonSchema(body.form, "input") } } };
  if ("bytes" in body) return { content: { [body.bytes]: {} } };
  return { description: body.standard, content: { "application/json": {} } };
}

function responseOf(reply: Reply): object {
  const description = reply.says;
  if ("json" in reply) return { description, content: { "application/json": { schema: refTo(reply.json) } } };
  if ("list" in reply) {
    const schema = { type: "array", items: refTo(reply.list) };
    return { description, content: { "application/json": { schema } } };
  }
  return "bytes" in reply ? { description, content: { [reply.bytes]: {} } } : { description };
}

const refTo = (name: BodyName | ReplyName) => ({ $ref: `#/components/schemas/${name}` });

const problemDetails = {
  description: "a problem (RFC 9457), with a stable `code` and words in both languages",
  content: { "application/problem+json": { schema: refTo("Problem") } },
};

const completionError = {
  description: "the same in OpenAI's shape",
  content: { "application/json": { schema: refTo("CompletionError") } },
};

function componentsOf(schemas: Record<string, z.ZodType>, io: "input" | "output"): Record<string, object> {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, jsonSchema(schema, io)]));
}

function jsonSchema(schema: z.ZodType, io: "input" | "output"): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", io });
  return rest;
}
