import { z } from "zod";
import { OPERATIONS, type Operation, type Reply, SCHEMAS, type SchemaName } from "./operations.ts";

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
    components: { schemas: componentSchemas() },
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
  const status = reply.type === undefined && reply.schema === undefined ? "204" : "200";
  return {
    operationId: `${method}${path.replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? "").toUpperCase())}`,
    summary: says,
    tags: [group],
    parameters: [...named, ...queryParameters(query)],
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: contentOf(body === "other" ? null : refOf(body)) } }),
    responses: {
      [status]: responseOf(reply),
      ...Object.fromEntries(problems.map((code) => [String(code), problemResponse])),
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

function responseOf({ says, type, schema, list = false }: Reply): object {
  if (schema !== undefined) {
    const item = refOf(schema);
    return { description: says, content: contentOf(list ? { type: "array", items: item } : item) };
  }
  return { description: says, ...(type === undefined ? {} : { content: { [type]: {} } }) };
}

const problemResponse = {
  description: "a problem (RFC 9457), with a stable `code` and words in both languages",
  content: { "application/problem+json": { schema: refOf("Problem") } },
};

const contentOf = (schema: object | null) => ({ "application/json": schema === null ? {} : { schema } });

function refOf(name: SchemaName) {
  return { $ref: `#/components/schemas/${name}` };
}

function componentSchemas(): Record<string, object> {
  return Object.fromEntries(
    Object.entries(SCHEMAS).map(([name, schema]) => {
      const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
        target: "draft-2020-12",
        io: name === "ChatRequest" || name === "Feedback" ? "input" : "output",
      });
      return [name, rest];
    }),
  );
}
