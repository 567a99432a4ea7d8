import type { Ask, ChatEvent, ChatResponse } from "#protocol/chat.ts";
import { ANSWER } from "../serve/example.ts";

/** Answers by a word in the question, so that a test can ask for each kind of answer. */
export const scriptedAsk: Ask = async function* play(request, signal) {
  const question = request.messages.at(-1)?.content ?? "";
  const response = responseTo(question);
  yield { type: "status", stage: "understanding" };
  yield { type: "status", stage: "searching" };
  for (const citation of response.citations) yield { type: "citation", citation };
  yield { type: "status", stage: "writing" };
  const pause = question.includes("慢") ? 250 : 0;
  for (const text of pieces(response.answer)) {
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    signal?.throwIfAborted();
    const delta: ChatEvent = { type: "delta", text };
    yield delta;
  }
  yield { type: "done", response };
};

function pieces(answer: string): string[] {
  const size = Math.max(9, Math.ceil(answer.length / 60));
  return Array.from({ length: Math.ceil(answer.length / size) }, (_, at) =>
    answer.slice(at * size, (at + 1) * size),
  );
}

function responseTo(question: string): ChatResponse {
  const base: ChatResponse = { ...ANSWER, id: `a-${question.length}`, question: `北川县：${question}` };
  if (question.includes("恶意")) return hostile(base);
  if (question.includes("比较")) return comparison(base);
  if (question.includes("走势")) return series(base);
  if (question.includes("模型")) return { ...base, writtenBy: "model" };
  if (question.includes("哪一个")) return clarify(base);
  if (question.includes("月球")) return refused(base);
  if (question.includes("慢")) return long(base);
  if (question.includes("多处")) return manyPlaces(base);
  return base;
}

function spoken(base: ChatResponse, text: string): ChatResponse {
  return { ...base, answer: text, blocks: [{ type: "paragraph", text }] };
}

function clarify(base: ChatResponse): ChatResponse {
  const readings = ["北川县2022年进口额是多少？", "北川县2022年地区生产总值增速是多少？"];
  return { ...spoken(base, "您想问哪一个指标？"), status: "clarify", citations: [], suggestions: readings };
}

function refused(base: ChatResponse): ChatResponse {
  return {
    ...spoken(base, "报告里没有月球的数据。最接近的是北川县2022年的地区生产总值增速。[1]"),
    status: "refused",
  };
}

function long(base: ChatResponse): ChatResponse {
  const text =
    "北川县2022年地区生产总值增长3.7%。[1]预期目标是5.5%左右，实际低于目标。[1]进口下降4.3%。[1]以上数据见报告。[1]";
  return spoken(base, text);
}

/** Twenty-two places of one PDF report that is published on the web, one of them a row of a table. */
function manyPlaces(base: ChatResponse): ChatResponse {
  const [one] = base.citations;
  if (one === undefined) throw new Error("the example cites something");
  const citations = Array.from({ length: 22 }, (_, at) => ({
    ...one,
    marker: at + 1,
    page: at + 3,
    original: `/documents/${one.documentId}/original#page=${at + 3}`,
    years: [2022, 2023],
    published: "2023-02-01",
    publishedAt: "https://www.example.gov.cn/2023/report.html",
    ...(at === 0
      ? {
          table: {
            columns: ["指标", "2022年", "2023年预期目标"],
            rows: [["地区生产总值增速（%）", "3.7", "5.5左右"]],
          },
        }
      : {}),
  }));
  const text = citations.map(({ marker }) => `增长3.7%。[${marker}]`).join("");
  return { ...spoken(base, text), citations };
}

function comparison(base: ChatResponse): ChatResponse {
  const figures = [
    ["江北区", 3.7, 5],
    ["大渡口区", 1.2, 6],
    ["北川羌族自治县", -0.8, 5.5],
  ] as const;
  const answer =
    "三地2022年地区生产总值增速，江北区最高。[1]\n- 江北区 3.7%。[1]\n- 大渡口区 1.2%。[1]\n- 北川羌族自治县 -0.8%。[1]";
  return {
    ...base,
    answer,
    blocks: [
      { type: "paragraph", text: "三地2022年地区生产总值增速，江北区最高。[1]" },
      {
        type: "table",
        columns: ["地区", "实际", "目标"],
        rows: figures.map(([name, actual, target]) => [name, `${actual}%[1]`, `${target}%左右`]),
      },
      {
        type: "chart",
        shape: "bar",
        title: "2022年地区生产总值增速",
        unit: "%",
        points: figures.flatMap(([label, actual, target]) => [
          { label, series: "地区生产总值增速", kind: "actual" as const, value: actual },
          { label, series: "地区生产总值增速", kind: "target" as const, value: target },
        ]),
      },
    ],
  };
}

function series(base: ChatResponse): ChatResponse {
  const years = [2019, 2020, 2021, 2022, 2023];
  const text = "北川县2019年至2023年地区生产总值增速如下。[1]";
  return {
    ...base,
    answer: text,
    blocks: [
      { type: "paragraph", text },
      {
        type: "list",
        ordered: false,
        items: years.map((year, at) => `${year}年：${[7.1, 3.2, 8.4, 3.7, 6.1][at]}%。[1]`),
      },
      {
        type: "chart",
        shape: "line",
        title: "地区生产总值增速",
        unit: "%",
        points: years.flatMap((year, at) => [
          {
            label: String(year),
            series: "北川县",
            kind: "actual" as const,
            value: [7.1, 3.2, 8.4, 3.7, 6.1][at] ?? 0,
          },
          {
            label: String(year),
            series: "北川县",
            kind: "target" as const,
            value: [8, 6, 7, 5.5, 5.5][at] ?? 0,
          },
        ]),
      },
    ],
  };
}

/** Everything a bad answer could try, and 100 KB of it. */
function hostile(base: ChatResponse): ChatResponse {
  const evil = `<script>window.hacked=1</script><img src=x onerror="window.hacked=2">[点我](javascript:window.hacked=3)\u202e反\u202c`;
  const text = `${evil}[1][99]${"长".repeat(50_000)}${"x".repeat(50_000)}`;
  const citations = base.citations.map((citation) => ({
    ...citation,
    title: evil,
    section: [evil],
    quote: evil,
    url: "javascript:window.hacked=4",
  }));
  const points = Array.from({ length: 500 }, (_, at) => ({
    label: evil,
    series: evil,
    kind: "actual" as const,
    value: at * 1e300,
  }));
  return {
    ...base,
    answer: text,
    question: evil,
    citations,
    suggestions: [evil],
    blocks: [
      { type: "paragraph", text },
      { type: "list", ordered: true, items: [evil] },
      { type: "table", columns: [evil, "x".repeat(500)], rows: [[evil, evil]] },
      { type: "chart", shape: "line", title: evil, unit: evil, points },
    ],
  };
}
