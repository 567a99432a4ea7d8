import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { COMPONENTS, type Component } from "#evaluate/diagnose.ts";
import { generate } from "#evaluate/generate.ts";
import { reportPage } from "#evaluate/report/report-page.ts";
import { score } from "#evaluate/score/score.ts";
import { type Fault, toyPipeline, toyPipelineSet } from "./toy-pipeline.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "evaluate-"));
});
afterEach(() => rm(folder, { recursive: true }));

const run = (fault: Fault | null) => generate(toyPipeline(fault), toyPipelineSet(), { folder });

it("finds no fault in a pipeline that works", async () => {
  const scores = score(await run(null));
  expect(scores.overall.rightAndCited.value).toBe(1);
  expect(Object.values(scores.faults).flat()).toEqual([]);
  expect(scores.components.figures.ungrounded).toBe(0);
});

const PLANTED: readonly (readonly [Fault, Component, string[]])[] = [
  ["wrong alias", "understanding", ["gdp"]],
  ["dropped chunk", "retrieval", ["park"]],
  ["swapped target and actual", "lookup", ["gdp", "income"]],
  ["broken quote offset", "citations", ["gdp", "income", "park", "seoul"]],
  ["over-refusing threshold", "status", ["park", "seoul"]],
  ["invented figure", "figures", ["gdp", "income", "park", "seoul"]],
];

it.each(PLANTED)("locates a %s in %s, and nowhere else", async (fault, component, ids) => {
  const made = await run(fault);
  const { faults } = score(made);
  expect(faults[component]).toEqual(ids);
  for (const other of COMPONENTS.filter((one) => one !== component)) expect(faults[other]).toEqual([]);
  const page = reportPage(made);
  expect(page).toContain(`<td>${component}</td><td>${ids.length}</td>`);
  for (const id of ids) expect(page).toContain(`<details id="${id}">`);
});

it("shows each fault in the numbers of its component", async () => {
  const componentsOf = async (fault: Fault) => score(await run(fault)).components;
  expect((await componentsOf("wrong alias")).understanding.right.value).toBe(0.5);
  const recall = async (fault: Fault | null) =>
    score(await run(fault)).components.retrieval.hybrid?.recall["20"];
  expect((await recall(null))?.value).toBe(0.75); // no passage has the letters GDP: that one comes from the table
  expect((await recall("dropped chunk"))?.value).toBe(0.5);
  expect((await componentsOf("swapped target and actual")).lookup.kindSwapped.value).toBe(1);
  expect((await componentsOf("broken quote offset")).citations.exactness.value).toBe(0);
  expect((await componentsOf("over-refusing threshold")).status.overRefusal.value).toBe(0.5);
  expect((await componentsOf("invented figure")).figures.ungrounded).toBe(4);
});
