/** What the operator decides; the composition fills it from the configuration. */
export interface ServeSettings {
  /** Origins besides our own whose pages may call the API, e.g. `https://www.example.gov.cn`. */
  readonly allowedOrigins: readonly string[];
  /** Origins besides our own that may show our pages in a frame. */
  readonly frameAncestors: readonly string[];
  /** A bucket for each client address; null turns limits off. */
  readonly rateLimit: { readonly perMinute: number; readonly burst: number } | null;
  /** Proxies of our own in front of the server: 0 ignores X-Forwarded-For, n takes its n-th entry from the right. */
  readonly trustedProxies: number;
  /** Path under which visitors see the service, such as `/assistant`; empty for the root. */
  readonly basePath: string;
  /** Milliseconds until an answer that has not ended is given up. */
  readonly answerTimeoutMs: number;
  /** Answers that may run at once; more are told to come back. */
  readonly runningAnswers: number;
  /** Host names besides the loopback ones under which `/mcp` may be called. */
  readonly mcpHosts: readonly string[];
  /** The name in the page header. */
  readonly siteName: string;
  /** Where a reader finds a person, e.g. `如需人工帮助，请拨打 12345。` */
  readonly handover: string | null;
  /** Whether our pages offer to hear a question, where the browser can. */
  readonly voiceInput: boolean;
}

export const DEFAULT_SERVE_SETTINGS: ServeSettings = {
  allowedOrigins: [],
  frameAncestors: [],
  rateLimit: { perMinute: 60, burst: 30 },
  trustedProxies: 0,
  basePath: "",
  answerTimeoutMs: 60_000,
  runningAnswers: 64,
  mcpHosts: [],
  siteName: "问政",
  handover: null,
  voiceInput: false,
};
