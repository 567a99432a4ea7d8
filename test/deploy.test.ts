import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createApp } from "#serve/app.ts";
import { RunningAnswers } from "#serve/running-answers.ts";
import { startServer } from "#serve/start-server.ts";
import { exampleServices } from "./serve/example.ts";
import { eventsIn } from "./serve/server-sent-events.ts";

const folder = mkdtempSync(join(tmpdir(), "deploy-"));
afterAll(() => rmSync(folder, { recursive: true }));
const has = (program: string) => spawnSync("which", [program]).status === 0;
const read = (name: string) => readFileSync(join("deploy", name), "utf8");

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

describe.skipIf(!has("nginx"))("nginx in front", () => {
  test("passes answers on word by word, tells readers apart, and keeps what is not for them", async () => {
    const clients: string[] = [];
    const running = new RunningAnswers();
    const services = exampleServices({}, { trustedProxies: 1 });
    const ask: typeof services.ask = (request, asker) => {
      clients.push(asker.client);
      return services.ask(request, asker);
    };
    const server = await startServer(createApp({ ...services, ask }, running), {
      host: "127.0.0.1",
      port: 0,
      running,
    });
    const port = await freePort();
    const configuration = read("nginx.conf")
      .replace("server wenzheng:8787;", `server ${new URL(server.address).host};`)
      .replace("listen 80;", `listen 127.0.0.1:${port};`);
    const kept = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
      (name) => `${name}_temp_path ${join(folder, name)};`,
    );
    const main = [
      process.getuid?.() === 0 ? "user root;" : "",
      `daemon off; pid ${join(folder, "pid")}; error_log stderr;`,
      configuration.replace("http {", `http { access_log off; ${kept.join(" ")}`),
    ];
    writeFileSync(join(folder, "nginx.conf"), main.join("\n"));
    const nginx = spawn("nginx", ["-p", folder, "-c", join(folder, "nginx.conf")], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    try {
      const at = `http://127.0.0.1:${port}`;
      for (
        let tries = 0;
        tries < 100 &&
        !(await fetch(`${at}/healthz`).then(
          (r) => r.ok,
          () => false,
        ));
        tries++
      )
        await new Promise((resolve) => setTimeout(resolve, 100));
      const headers = { "content-type": "application/json", "x-forwarded-for": "203.0.113.9" };
      const body = JSON.stringify({ messages: [{ role: "user", content: "GDP？" }], stream: true });
      const stream = await fetch(`${at}/api/chat`, { method: "POST", headers, body });
      expect(eventsIn(await stream.text()).at(-1)?.name).toBe("done");
      expect(clients).toEqual(["127.0.0.1"]);
      expect((await fetch(`${at}/metrics`)).status).toBe(403);
      const large = `{"a":"${"x".repeat(80_000)}"}`;
      expect((await fetch(`${at}/api/chat`, { method: "POST", headers, body: large })).status).toBe(413);
    } finally {
      nginx.kill("SIGQUIT");
      await server.stop(0);
    }
  }, 60_000);
});

test.skipIf(!has("systemd-analyze"))("the unit for systemd is one that systemd understands", () => {
  const unit = join(folder, "wenzheng.service");
  writeFileSync(unit, read("wenzheng.service").replace("/usr/bin/node", process.execPath));
  const { stderr } = spawnSync("systemd-analyze", ["verify", "--man=no", unit], { encoding: "utf8" });
  expect(stderr.split("\n").filter((line) => line.includes("wenzheng.service:"))).toEqual([]);
});

describe("the image", () => {
  const lines = read("../Dockerfile");

  test("runs as a user who may write to one folder", () => {
    expect(lines).toMatch(/^USER wenzheng$/m);
    expect(lines.match(/^VOLUME .*$/gm)).toEqual(["VOLUME /data"]);
  });

  test("copies only what is there, and leaves development behind", () => {
    for (const [, source = ""] of lines.matchAll(/^COPY (?!--from)(?:--chown=\S+ )?(\S+)/gm))
      expect(spawnSync("ls", [source]).status).toBe(0);
    expect(lines).toContain("npm ci --omit=dev");
  });
});
