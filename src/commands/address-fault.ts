import { ConfigurationError } from "#domain/errors.ts";

/** Why the server cannot listen, as a setting to change where it is one. */
export function addressFault(error: unknown, { host, port }: { host: string; port: number }): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const told = (setting: string, problem: string, advice: string) =>
    new ConfigurationError({ where: `setting ${setting}`, problem, advice }, { cause: error });
  switch (code) {
    case "EADDRINUSE":
      return told("PORT", `something listens at ${host}:${port} already`, "Stop it, or choose another port.");
    case "EACCES":
      return told("PORT", `listening at port ${port} is not allowed`, "Choose one from 1024.");
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return told(
        "HOST",
        `this machine has no address ${host}`,
        "127.0.0.1 serves this machine alone, 0.0.0.0 all.",
      );
    default:
      return error;
  }
}
