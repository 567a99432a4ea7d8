import type { Configuration } from "#configuration.ts";

/** The settings in force by name, as the desk shows them; of a secret only that it is given. */
export function settingsInForce(configuration: Configuration): Record<string, string> {
  const { serve, workers, logs, audit, languageModel } = configuration;
  const list = (values: readonly string[]) => (values.length === 0 ? "–" : values.join(", "));
  return {
    HOST: configuration.host,
    PORT: String(configuration.port),
    CORPUS_DIR: configuration.corpusDirectory,
    INDEX_DIR: configuration.indexDirectory,
    DATABASE_URL: configuration.database === null ? "–" : "given",
    DESK_DIR: configuration.deskDirectory,
    EMBEDDING_MODEL: configuration.embedder.model,
    WORKERS: String(workers.count),
    ANSWER_DEADLINE_MS: String(workers.answerDeadlineMs),
    RATE_LIMIT: serve.rateLimit === null ? "off" : String(serve.rateLimit.perMinute),
    TRUSTED_PROXIES: String(serve.trustedProxies),
    ALLOWED_ORIGINS: list(serve.allowedOrigins),
    FRAME_ANCESTORS: list(serve.frameAncestors),
    VOICE_INPUT: String(serve.voiceInput),
    MCP_HOSTS: list(serve.mcpHosts),
    WATCH: String(configuration.watch),
    FEEDBACK_LOG: logs.feedback ?? "–",
    QUESTION_LOG: logs.questions ?? "–",
    LOG_FORMAT: logs.format,
    AUDIT_LOG: audit === null ? "–" : `${audit.directory} (${audit.days} days)`,
    LLM_MODEL: languageModel?.model ?? "–",
    ADMIN_TOKEN: configuration.adminToken === null ? "–" : "given",
  };
}
