/** Where the optional language model is reached, and for how long an answer may take with it. */
export interface ModelSettings {
  /** Base of an OpenAI-compatible API, with or without a closing slash: `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string;
  /** The name the endpoint knows the model by. */
  readonly model: string;
  /** Milliseconds from the question to the answer, whichever way it is written. */
  readonly timeoutMs: number;
  /** A function, so that printing the settings never shows the key; null when the endpoint wants none. */
  readonly apiKey: () => string | null;
}
