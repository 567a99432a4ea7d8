import { verifyAudit } from "#audit/verify.ts";
import type { Configuration } from "#configuration.ts";
import { ConfigurationError } from "#domain/errors.ts";

/**
 * `npm run audit -- verify`: reads the whole audit log and names the first line that was changed, left out, added or moved.
 * @returns the exit status: 1 when there is such a line
 */
export function auditCommand({ audit }: Configuration, [act = "verify"]: readonly string[]): number {
  if (audit === null || act !== "verify") {
    throw new ConfigurationError({
      where: audit === null ? "setting AUDIT_LOG" : `audit ${act}`,
      problem: audit === null ? "no audit log is kept" : "there is no such act",
      advice: "Name the folder of the log in AUDIT_LOG, then `npm run audit -- verify`.",
    });
  }
  const verdict = verifyAudit(audit.directory);
  if (verdict.ok) {
    const { files, lines, last } = verdict;
    process.stdout.write(
      `whole: ${lines} lines in ${files} files, the last is number ${last.number} with hash ${last.hash}\n`,
    );
    return 0;
  }
  process.stdout.write(`${verdict.file}:${verdict.line}: ${verdict.fault}\n`);
  return 1;
}
