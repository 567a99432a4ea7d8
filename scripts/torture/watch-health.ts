/** Asks /healthz twenty times a second until it is ended, each time on a connection of its own, and prints the milliseconds of each. */
const [at = ""] = process.argv.slice(2);
setInterval(async () => {
  const began = performance.now();
  try {
    const reply = await fetch(`${at}/healthz`, { headers: { connection: "close" } });
    await reply.text();
    process.stdout.write(reply.status === 200 ? `${performance.now() - began}\n` : "failed\n");
  } catch {
    process.stdout.write("failed\n");
  }
}, 50);
