import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, complaintsOf, launch } from "./chromium.ts";
import { type HostPage, type Site, startHostPage, startSite } from "./site.ts";

const hasNginx = spawnSync("nginx", ["-v"]).status === 0;
if (!hasNginx)
  process.stderr.write("No nginx here: the service is not tried under a path of a real proxy.\n");

/** A proxy of one's own in front of the service at `/assistant/`; it takes the path off and tells it. */
const configuration = (port: number, to: string, buffering: "on" | "off") => `
daemon off; pid nginx.pid; error_log stderr warn; worker_processes 1;
events { worker_connections 64; }
http {
  access_log off; gzip on; gzip_types text/css text/javascript application/json; gzip_min_length 256;
  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path f; uwsgi_temp_path u; scgi_temp_path s;
  server {
    listen 127.0.0.1:${port};
    proxy_http_version 1.1; proxy_buffering ${buffering};
    location /assistant {
      proxy_pass ${to};
      rewrite ^/assistant/(.*)$ /$1 break;
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_set_header X-Forwarded-Prefix /assistant;
    }
    location / { return 404; }
  }
}`;

describe.runIf(hasNginx)("behind nginx at /assistant/", () => {
  let browser: Browser;
  let site: Site;
  let host: HostPage;
  const allowedOrigins: string[] = [];
  const proxies: { readonly child: ChildProcess; readonly folder: string }[] = [];

  async function proxied(buffering: "on" | "off"): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), "nginx-"));
    const port = await freePort();
    writeFileSync(join(folder, "nginx.conf"), configuration(port, site.at, buffering));
    const child = spawn("nginx", ["-p", folder, "-c", "nginx.conf"], { stdio: "ignore" });
    proxies.push({ child, folder });
    const at = `http://127.0.0.1:${port}`;
    await expect
      .poll(() =>
        fetch(`${at}/assistant/healthz`).then(
          ({ status }) => status,
          () => 0,
        ),
      )
      .toBe(200);
    return at;
  }

  beforeAll(async () => {
    [browser, site, host] = await Promise.all([
      launch(),
      startSite({ trustedProxies: 1, allowedOrigins }),
      startHostPage("<h1>某区</h1>"),
    ]);
    allowedOrigins.push(host.at);
  });
  afterAll(async () => {
    for (const { child, folder } of proxies) {
      child.kill();
      rmSync(folder, { recursive: true, force: true });
    }
    await browser.close();
    await Promise.all([site.stop(), host.stop()]);
  });

  test.each(["on", "off"] as const)(
    "with buffering %s one asks, opens a source, goes to the pages",
    async (buffering) => {
      const at = await proxied(buffering);
      const page = await (await browser.newContext()).newPage();
      const complaints = complaintsOf(page);
      const astray: string[] = [];
      page.on("request", (request) => {
        if (!new URL(request.url()).pathname.startsWith("/assistant")) astray.push(request.url());
      });
      await page.goto(`${at}/assistant`);
      await ask(page, "增速？");
      await page.locator(".marker").first().click();
      const [viewer] = await Promise.all([
        page.waitForEvent("popup"),
        page.locator(".card a").first().click(),
      ]);
      await viewer.waitForLoadState();
      expect(new URL(viewer.url()).pathname).toBe("/assistant/documents/beichuan-2022");
      expect(await viewer.locator("#cite").isVisible()).toBe(true);
      await page.getByRole("link", { name: "指标数据" }).click();
      await page.locator("input[data-suggest=indicator]").fill("口");
      await expect.poll(() => page.locator("#indicator-names option").count()).toBe(1);
      await page.goBack();
      expect(await page.locator("pre code").textContent()).toContain(`${at}/assistant/widget.js`);
      expect(astray).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  test("from a page of another origin the widget asks under the path", async () => {
    const at = await proxied("off");
    const page = await (await browser.newContext()).newPage();
    await page.goto(host.at);
    await page.evaluate(`(() => {
      const script = document.createElement("script");
      script.type = "module";
      script.src = "${at}/assistant/widget.js";
      const chat = document.createElement("report-chat");
      chat.setAttribute("inline", "");
      document.body.append(script, chat);
    })()`);
    await ask(page, "增速？");
    await page.locator(".marker").first().click();
    const href = await page.locator(".card a").first().getAttribute("href");
    expect(href).toMatch(new RegExp(`^${at}/assistant/documents/`));
    await page.context().close();
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address !== null ? resolve(address.port) : reject()));
    });
  });
}
