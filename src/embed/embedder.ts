import type { EmbeddingsInterface } from "@langchain/core/embeddings";

/** What the manifest of an index says of its model. */
export interface EmbedderIdentity {
  /** Name of the model and digest of its files: vectors of one id may be compared, others never. */
  readonly id: string;
  readonly dimensions: number;
}

/** Texts → vectors. Queries and passages may be put differently. */
export interface Embedder extends EmbeddingsInterface, EmbedderIdentity {}

export interface EmbedderSettings {
  /** A folder under `modelsDirectory`, any other folder, or a hub name such as `Xenova/bge-small-zh-v1.5`. */
  readonly model: string;
  /** Absolute path of the shipped `models/` folder. */
  readonly modelsDirectory: string;
  /** Where downloaded models are kept. */
  readonly cacheDirectory: string;
  /** Without it nothing is ever fetched. */
  readonly allowDownload: boolean;
  /** The hub or a mirror of it, e.g. `https://huggingface.co`. */
  readonly remoteHost: string;
  readonly onProgress?: (progress: DownloadProgress) => void;
}

export interface DownloadProgress {
  readonly model: string;
  readonly file: string;
  readonly receivedBytes: number;
  /** Null when the host does not say. */
  readonly totalBytes: number | null;
}
