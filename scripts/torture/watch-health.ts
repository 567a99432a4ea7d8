/** Asks /healthz twenty times a second until it is ended, and prints the milliseconds of each: a process of its own, so that the load's own work is not counted. */
const [at = ""] = process.argv.slice(2);
setInterval(async () => {
  const began = performance.now();
  const reply = await fetch(`${at}/healthz`);
  await reply.text();
  process.stdout.write(`${performance.now() - began}\n`);
}, 50);
