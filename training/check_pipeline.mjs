/**
 * Loads the model through the real @xenova/transformers, from the disk alone, and compares its vectors with Python's.
 *
 *   node training/check_pipeline.mjs [models folder] [reference.json]
 *
 * The reference holds [{text, vector}]; `python -m recipe.reference` writes it. Prints speed, load time and memory.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [models = 'models', referencePath = 'training/data/reference.json', id = 'wenzheng-embed-zh'] = process.argv.slice(2);
const require = createRequire(resolve(process.env.TRANSFORMERS_FROM ?? '.', 'package.json'));
const entry = require.resolve('@xenova/transformers');
const { env, pipeline } = await import(pathToFileURL(entry).href);
env.allowRemoteModels = false;
env.localModelPath = resolve(models);

const before = process.memoryUsage().rss;
const started = performance.now();
const extract = await pipeline('feature-extraction', id, { quantized: true });
const loadMs = performance.now() - started;
const options = { pooling: 'cls', normalize: false };
const embed = async (texts) => (await extract(texts, options)).tolist();

const reference = JSON.parse(readFileSync(referencePath, 'utf8'));
let worst = 0;
for (const { text, vector } of reference) {
  const [found] = await embed([text]);
  for (const [i, value] of vector.entries()) worst = Math.max(worst, Math.abs(value - found[i]));
}
const batch = await embed(reference.slice(0, 16).map((r) => r.text));
batch.forEach((found, row) => {
  found.forEach((value, i) => { worst = Math.max(worst, Math.abs(value - reference[row].vector[i])); });
});
const [empty] = await embed(['']);
const emptyIsZero = empty.every((value) => value === 0);

const query = '江北区2022年社会消费品零售总额是多少';
const passage = reference.map((r) => r.text).join('').slice(0, 400);
const rate = async (text, size, rounds) => {
  await embed(Array(size).fill(text));
  const from = performance.now();
  for (let i = 0; i < rounds; i++) await embed(Array(size).fill(text));
  return Math.round((size * rounds * 1000) / (performance.now() - from));
};
const figures = {
  dimensions: empty.length,
  worstDifference: worst,
  emptyIsZero,
  loadMs: Math.round(loadMs),
  memoryMB: Math.round((process.memoryUsage().rss - before) / 1e6),
  queriesPerSecondSingle: await rate(query, 1, 1000),
  queriesPerSecondBatched: await rate(query, 32, 60),
  passagesPerSecondSingle: await rate(passage, 1, 300),
  passagesPerSecondBatched: await rate(passage, 32, 15),
};
console.log(JSON.stringify(figures, null, 2));
const passed = worst < 1e-4 && emptyIsZero;
console.log(passed ? 'The pipeline and the recipe agree.' : 'The pipeline and the recipe DISAGREE.');
process.exitCode = passed ? 0 : 1;
