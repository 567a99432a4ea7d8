import { type AskParts, createAsk } from "#answer/create-ask.ts";
import { Desk } from "#answer/desk.ts";
import { unitsFor } from "#answer/passages/read-passages.ts";
import { sliceOf } from "#domain/span.ts";
import type { Embedder } from "#embed/embedder.ts";
import type { Ask, ChatEvent, ChatFilters, ChatRequest } from "#protocol/chat.ts";
import type { Library } from "#protocol/library.ts";
import { INTENT_EMBEDDER } from "#question/intent/intent-model.ts";
import { createUnderstand, type Understand } from "#question/understand.ts";
import type { Retriever } from "#retrieve/retriever.ts";
import { RETRIEVAL_WEIGHTS, type RetrievalWeights } from "#retrieve/weights.ts";
import type { IndexReader } from "#store/index-reader.ts";
import { heldRegions, type RegionsMeant } from "./held-regions.ts";
import { createLibrary } from "./library.ts";
import { openSources } from "./open-sources.ts";

/** A stretch of a report and how likely it answers. */
interface ReadStretch {
  readonly documentId: string;
  readonly text: string;
  readonly probability: number;
}

/** Everything that can be asked of one index. */
export interface AskLine {
  readonly ask: Ask;
  readonly library: Library;
  readonly retriever: Retriever;
  readonly understand: Understand;
  /** What the reader thinks of the stretches found for a conversation's last question; none where a gate or another place ends it. */
  readonly read: (turns: readonly string[]) => Promise<readonly ReadStretch[]>;
  /** Makes ready what the first questions would otherwise wait for. */
  readonly warm: () => Promise<void>;
}

/** What may be other than shipped: a writer, and what an ablation varies. */
export interface AskLineParts extends Omit<AskParts, "sources" | "embedTurns"> {
  readonly weights?: RetrievalWeights;
  /**
   * False searches in the question's own words alone, and compares phrases by meaning with the indicators' canonical
   * names alone; reading the question still knows every word of the catalogue.
   */
  readonly lexicon?: boolean;
  /** The file that a report was read from; left out, none is given. */
  readonly original?: Library["original"];
}

const noOriginal: Library["original"] = async () => null;

/** conversation → question → retrieval and lookup → answer, over one opened index. */
export function createAskLine(
  index: IndexReader,
  embedder: Embedder,
  { weights = RETRIEVAL_WEIGHTS, lexicon = true, original = noOriginal, ...parts }: AskLineParts = {},
): AskLine {
  const { sources, retriever, outline, similar } = openSources(index, embedder, { weights, lexicon });
  const understand = createUnderstand(outline);
  const regionsMeant = heldRegions(outline, understand);
  const embedTurns = (turns: string[]) => embedder.embedDocuments(turns);
  const ask = createAsk({
    sources,
    ...parts,
    ...(embedder.id === INTENT_EMBEDDER ? { embedTurns } : {}),
  });
  return {
    ask: (request, signal) => named(ask(settled(request, regionsMeant), signal), index.generation),
    library: createLibrary({ index, retriever, regionsMeant, original }),
    retriever,
    understand,
    read: async (turns) => {
      const question = understand(turns);
      const elsewhere = question.regions.length === 0 && question.otherRegions.length > 0;
      if (question.gate !== null || elsewhere) return [];
      const units = await unitsFor(new Desk(question, sources), question.regions[0] ?? null);
      return units.map(({ unit, probability }) => ({
        documentId: unit.documentId,
        text: sliceOf(sources.document(unit.documentId)?.text ?? "", unit),
        probability,
      }));
    },
    warm: async () => {
      await similar.warm();
      for (const question of REHEARSED) await rehearse(ask, question);
    },
  };
}

/** The same events, whose answer names the index that it is of. */
async function* named(events: AsyncIterable<ChatEvent>, generation: string): AsyncGenerator<ChatEvent> {
  for await (const event of events)
    yield event.type === "done" ? { ...event, response: { ...event.response, generation } } : event;
}

/**
 * One of each way to an answer: a figure, a list, what was done, a term, a misspelt word, English. Asked once, they build
 * what is built when first needed and let the engine compile the way.
 */
const REHEARSED = [
  "地区生产总值是多少？",
  "存在哪些困难和问题？",
  "怎么发展文化产业？",
  "什么是海绵城市？",
  "老旧小区改噪的障碍是什么？",
  "为什么没有完成目标？",
  "How many parks were built in Beibin?",
];

/** Asks and forgets; other work is let in before each. */
async function rehearse(ask: Ask, content: string): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
  for await (const _ of ask({ messages: [{ role: "user", content }] }));
}

/** A filter without entries filters nothing; regions may be written as in a question. */
function settled({ filters = {}, ...request }: ChatRequest, meant: RegionsMeant): ChatRequest {
  const { regions = [], years = [], documents = [] } = filters;
  const given: ChatFilters = {
    ...(regions.length > 0 ? { regions: [...new Set(regions.flatMap(meant))] } : {}),
    ...(years.length > 0 ? { years } : {}),
    ...(documents.length > 0 ? { documents } : {}),
  };
  return Object.keys(given).length > 0 ? { ...request, filters: given } : request;
}
