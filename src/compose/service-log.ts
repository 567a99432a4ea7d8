/** How a line of the log is written: `text` for people, `json` for programs that gather logs. */
export type LogFormat = "text" | "json";
export type LogLevel = "info" | "warn" | "error";

/** Something the operator should know: where it happened, as a word to search for, and what. */
export interface LogEntry {
  readonly level: LogLevel;
  readonly where: string;
  readonly message: string;
}

export type Log = (entry: LogEntry) => void;

/** What could end a line, move the cursor of a terminal, or turn the order of letters. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** `words` on one line: whatever a reader's text holds, it makes no second line and no colour. A line break is told as `\n`. */
export function onOneLine(words: string): string {
  return words.replace(UNSEEN, (character) => {
    if (character === "\n") return "\\n";
    return character === "\t" ? " " : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** One line of the log, without its end. */
export function logLine({ level, where, message }: LogEntry, format: LogFormat, time = new Date()): string {
  const said = { where: onOneLine(where), message: onOneLine(message) };
  if (format === "json")
    return JSON.stringify({ time: time.toISOString(), level, pid: process.pid, ...said });
  return said.where === "" ? said.message : `${said.where}: ${said.message}`;
}

/** The log of this process, on standard error: standard output is the command's own. */
export function serviceLog(format: LogFormat): Log {
  return (entry) => {
    process.stderr.write(`${logLine(entry, format)}\n`);
  };
}

/** Tells the operator of a fault that no reader may see in full. */
export const faultTo =
  (log: Log, where: string) =>
  (error: unknown): void =>
    log({
      level: "error",
      where,
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
