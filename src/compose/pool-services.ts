import { AdminSessions } from "#admin/sessions.ts";
import { AuditLog } from "#audit/audit-log.ts";
import { audited } from "#audit/audited.ts";
import type { AuditEntry } from "#audit/record.ts";
import { buildApart } from "#compose/build/build-apart.ts";
import { AnsweringState } from "#compose/desk/answering-state.ts";
import { createDesk } from "#compose/desk/desk.ts";
import type { Configuration } from "#configuration.ts";
import { ConfigurationError } from "#domain/errors.ts";
import { bundleWidget } from "#serve/bundle-widget.ts";
import type { Services } from "#serve/services.ts";
import type { WorkerPool } from "#workers/worker-pool.ts";
import { feedbackLog } from "./logs.ts";
import { faultTo, type Log, serviceLog } from "./service-log.ts";
import { serviceMetrics } from "./service-metrics.ts";

/** Everything the server works with, over the workers. @throws ConfigurationError for an audit log that cannot be written */
export function poolServices(pool: WorkerPool, configuration: Configuration): Services {
  const { serve, logs, languageModel } = configuration;
  const log = serviceLog(logs.format);
  const keep = auditOf(configuration, log);
  const model = languageModel?.model ?? null;
  const answering = new AnsweringState(configuration.deskDirectory, (message) =>
    log({ level: "error", where: "answering", message }),
  );
  const metrics = serviceMetrics(pool, () => answering.current.on);
  return {
    ...administrationOf(pool, configuration, { answering, keep: keep ?? (() => {}) }),
    notice: () => (answering.current.on ? null : answering.current.notice),
    ask: async (request, asker) => {
      const came = performance.now();
      const events = metrics.counted(await pool.ask(request, asker));
      metrics.queued(performance.now() - came);
      return keep === null ? events : audited(events, keep, model);
    },
    read: (request, asker) => pool.read(request, asker),
    overview: () => pool.opened?.overview ?? { documents: 0, coverage: "", examples: [] },
    settings: serve,
    health: () => (pool.opened !== null && pool.isServing ? "ok" : "starting"),
    widget: bundleWidget,
    metrics: metrics.text,
    observe: metrics.observe,
    warn: (message) => log({ level: "warn", where: "serving", message }),
    report: (error, where) => faultTo(log, where)(error),
    ...(logs.feedback === null ? {} : { feedback: feedbackLog(logs.feedback) }),
  };
}

/** The desk, where a token opens one. What is done there is told in the log. */
function administrationOf(
  pool: WorkerPool,
  configuration: Configuration,
  { answering, keep }: { readonly answering: AnsweringState; readonly keep: (entry: AuditEntry) => void },
): Pick<Services, "administration"> {
  const { adminToken } = configuration;
  if (adminToken === null) return {};
  const desk = createDesk({
    configuration,
    answering,
    generation: () => pool.opened?.generation ?? null,
    build: oneAfterAnother(() => buildApart({ gently: true })),
    keep: (entry) => {
      keep(entry);
      serviceLog(configuration.logs.format)({ level: "info", where: "desk", message: JSON.stringify(entry) });
    },
  });
  return { administration: { desk, sessions: new AdminSessions(adminToken) } };
}

/** Each call runs after the one before; of those that wait only one does, since it finds what all of them wanted. */
function oneAfterAnother(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | null = null;
  return () => {
    waiting ??= running
      .catch(() => {})
      .then(() => {
        waiting = null;
        running = work();
        return running;
      });
    return waiting;
  };
}

/** Keeps entries in the audit log; null where none is kept. A disk that is full later never harms an answer. */
function auditOf({ audit }: Configuration, tell: Log): ((entry: AuditEntry) => void) | null {
  if (audit === null) return null;
  const log = opened(audit);
  return (entry) => {
    try {
      log.keep(entry);
    } catch (error) {
      faultTo(tell, "AUDIT_LOG")(error);
    }
  };
}

function opened(audit: NonNullable<Configuration["audit"]>): AuditLog {
  try {
    return new AuditLog(audit);
  } catch (cause) {
    throw new ConfigurationError(
      {
        where: "setting AUDIT_LOG",
        problem: `nothing can be written to ${audit.directory}`,
        advice: "Name another folder, or give the program the right to write there.",
      },
      { cause },
    );
  }
}
