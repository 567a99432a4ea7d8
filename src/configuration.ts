import { availableParallelism } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { ModelSettings } from "#answer/model/settings.ts";
import { languageOfLocale } from "#compose/words/command-words.ts";
import { ConfigurationError } from "#domain/errors.ts";
import { BASE_PATH } from "./serve/guard/base-path.ts";
import { limit } from "./serve/guard/limits.ts";

const root = path.resolve(fileURLToPath(new URL("..", import.meta.url)));
const list = z.string().transform((text) =>
  text
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean),
);

/** A browser compares origins as text: no path, no capitals, no default port. */
const origin = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href) return url.origin;
  context.addIssue({ code: "custom", message: `${text} is no origin such as https://www.example.gov.cn` });
  return z.NEVER;
});

/** Goes into a header, so nothing but what such a source is made of. */
const frameAncestor = z.string().regex(/^https?:\/\/(?:\*\.)?[\w-]+(?:\.[\w-]+)*(?::(?:\d+|\*))?$/, {
  error: ({ input }) =>
    `${input} is no origin such as https://www.example.gov.cn or https://*.example.gov.cn`,
});
/** Addresses of a primary and its replicas, parted by spaces or commas. What is wrong is told without the password. */
const databases = z.string().transform((text, context) => {
  const addresses = text.split(/[\s,]+(?=\w+:\/\/)/).map((address) => address.trim());
  const isAddress = (address: string) =>
    !/[\s,]/.test(address) &&
    URL.canParse(address) &&
    /^postgres(?:ql)?:$/.test(new URL(address).protocol) &&
    new URL(address).host !== "";
  if (addresses.every(isAddress)) return addresses;
  context.addIssue({
    code: "custom",
    message: "expected addresses such as postgresql://user:password@host:5432/database",
  });
  return z.NEVER;
});

/** Guessing one of 32 characters takes longer than anybody has. */
const adminToken = z
  .string()
  .min(32, { error: "a token has at least 32 characters; `openssl rand -hex 32` makes one" });

/** As a browser or client sends it, without a port. */
const hostName = z.string().regex(/^(?:[\w-]+(?:\.[\w-]+)*|\[[\da-f:]+\])$/i, {
  error: ({ input }) => `${input} is no host name such as wenzheng.example.gov.cn`,
});
const flag = z
  .enum(["true", "false", "1", "0", "on", "off"])
  .transform((word) => ["true", "1", "on"].includes(word));

/** Name and password in an address would travel to logs; they belong in LLM_API_KEY. */
const endpoint = z
  .url({ protocol: /^https?$/, abort: true })
  .refine((text) => new URL(text).username === "" && new URL(text).password === "", "holds a password");

/** Every setting, with its default. docs/settings.md is this schema in words. */
const environmentSchema = z.object({
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  CORPUS_DIR: z.string().min(1).default(path.join(root, "corpus")),
  INDEX_DIR: z.string().min(1).default(path.join(root, "index")),
  DATABASE_URL: databases.optional(),
  EMBEDDING_MODEL: z.string().min(1).default("wenzheng-embed-zh"),
  ALLOW_MODEL_DOWNLOAD: flag.default(false),
  MODEL_HOST: z.url().default("https://huggingface.co"),
  MODEL_CACHE_DIR: z
    .string()
    .min(1)
    .default(path.join(root, "index", "models")),
  RATE_LIMIT: z
    .union([z.literal("off"), z.coerce.number().int().positive()], {
      error: "expected off or requests a minute, from 1",
    })
    .default(60),
  WORKERS: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(Math.min(8, Math.max(1, availableParallelism() - 1))),
  SPARE_WORKERS: z.coerce.number().int().min(0).max(8).optional(),
  ANSWER_DEADLINE_MS: z.coerce.number().int().min(100).max(60_000).default(2_000),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  BASE_PATH: z
    .string()
    .transform((path) => path.replace(/\/$/, ""))
    .refine((path) => path === "" || BASE_PATH.test(path), "expected a path such as /assistant")
    .default(""),
  ALLOWED_ORIGINS: list.pipe(z.array(origin)).default([]),
  FRAME_ANCESTORS: list.pipe(z.array(frameAncestor)).default([]),
  MCP_HOSTS: list.pipe(z.array(hostName)).default([]),
  SITE_NAME: z.string().min(1).default("问政"),
  HANDOVER: z.string().min(1).optional(),
  VOICE_INPUT: flag.default(false),
  DESK_FILE: z.string().min(1).optional(),
  FEEDBACK_LOG: z.string().min(1).optional(),
  QUESTION_LOG: z.string().min(1).optional(),
  LOG_FORMAT: z.enum(["text", "json"]).default("text"),
  ADMIN_TOKEN: adminToken.optional(),
  DESK_DIR: z.string().min(1).default(path.join(root, "desk")),
  WATCH: flag.default(false),
  AUDIT_LOG: z.string().min(1).optional(),
  AUDIT_DAYS: z.coerce.number().int().min(180).max(36_500).default(365),
  LLM_BASE_URL: endpoint.optional(),
  LLM_MODEL: z.string().min(1).optional(),
  LLM_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, "holds other characters than a key has")
    .optional(),
  LLM_TIMEOUT_MS: z.coerce.number().int().min(500).max(50_000).default(20_000),
});

/** The names of all settings. */
export const SETTINGS: readonly string[] = Object.keys(environmentSchema.shape);

export type Configuration = Readonly<ReturnType<typeof readConfiguration>>;

/**
 * Reads the settings from the environment; nothing else in the project does.
 * @throws ConfigurationError naming the setting at fault
 */
export function readConfiguration(environment: Record<string, string | undefined>) {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ConfigurationError({
      where: `setting ${String(issue?.path[0] ?? "")}`,
      problem: issue?.message ?? "not valid",
      advice: "The README lists every setting.",
    });
  }
  const settings = parsed.data;
  return {
    /** What commands print. */
    language: languageOfLocale(environment),
    host: settings.HOST,
    port: settings.PORT,
    root,
    corpusDirectory: path.resolve(settings.CORPUS_DIR),
    indexDirectory: path.resolve(settings.INDEX_DIR),
    /** Addresses of the database that generations of the index are published to and followed from; null: this machine's files. */
    database: settings.DATABASE_URL ?? null,
    embedder: {
      model: settings.EMBEDDING_MODEL,
      modelsDirectory: path.join(root, "models"),
      cacheDirectory: path.resolve(settings.MODEL_CACHE_DIR),
      allowDownload: settings.ALLOW_MODEL_DOWNLOAD,
      remoteHost: settings.MODEL_HOST,
    },
    promptsDirectory: path.join(root, "prompts"),
    /** What the operator says otherwise to turns that ask no report; null keeps the shipped words. */
    deskFile: settings.DESK_FILE === undefined ? null : path.resolve(settings.DESK_FILE),
    /** The language model that words answers; null when none does. */
    languageModel: languageModelOf(settings),
    /** Where verdicts and questions are kept, as JSON lines; null keeps none. */
    logs: {
      feedback: settings.FEEDBACK_LOG ?? null,
      questions: settings.QUESTION_LOG ?? null,
      /** How the lines of standard error are written. */
      format: settings.LOG_FORMAT,
    },
    /** What opens the desk; null where there is none. */
    adminToken: settings.ADMIN_TOKEN ?? null,
    /** What the operator decides while the service runs is kept here. */
    deskDirectory: path.resolve(settings.DESK_DIR),
    /** Builds when something in the corpus changes. */
    watch: settings.WATCH,
    /** Folder of the audit log, and the days that its lines are kept at least; null keeps none. */
    audit:
      settings.AUDIT_LOG === undefined
        ? null
        : { directory: path.resolve(settings.AUDIT_LOG), days: settings.AUDIT_DAYS },
    workers: {
      count: settings.WORKERS,
      /** Where one worker answers, nobody would while the next one starts. */
      spares: settings.SPARE_WORKERS ?? (settings.WORKERS === 1 ? 1 : 0),
      answerDeadlineMs: settings.ANSWER_DEADLINE_MS,
    },
    serve: {
      allowedOrigins: settings.ALLOWED_ORIGINS,
      frameAncestors: settings.FRAME_ANCESTORS,
      rateLimit:
        settings.RATE_LIMIT === "off"
          ? null
          : { perMinute: settings.RATE_LIMIT, burst: Math.max(1, Math.ceil(settings.RATE_LIMIT / 2)) },
      trustedProxies: settings.TRUSTED_PROXIES,
      basePath: settings.BASE_PATH,
      answerTimeoutMs: limit("answerMs"),
      runningAnswers: limit("runningAnswers"),
      mcpHosts: settings.MCP_HOSTS.map((name) => name.toLowerCase()),
      siteName: settings.SITE_NAME,
      handover: settings.HANDOVER ?? null,
      voiceInput: settings.VOICE_INPUT,
    },
  };
}

function languageModelOf(settings: z.infer<typeof environmentSchema>): ModelSettings | null {
  const { LLM_BASE_URL: baseUrl, LLM_MODEL: model, LLM_API_KEY: key = null } = settings;
  if (baseUrl === undefined) return null;
  if (model === undefined) {
    throw new ConfigurationError({
      where: "setting LLM_MODEL",
      problem: "LLM_BASE_URL is given without a model",
      advice: "Name one that the endpoint serves.",
    });
  }
  return { baseUrl, model, timeoutMs: settings.LLM_TIMEOUT_MS, apiKey: () => key };
}
