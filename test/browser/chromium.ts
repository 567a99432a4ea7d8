import { type Browser, chromium, type Page } from "playwright-core";

const { CHROMIUM = "/usr/bin/chromium" } = process.env;

/** Debian's Chromium, quiet and alone. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** Everything the page complained of: script errors, console errors, policy violations. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  return complaints;
}

/** Types a question into the widget and waits until it is answered, or at least asked. */
export async function ask(
  page: Page,
  question: string,
  wait: "answered" | "asked" = "answered",
): Promise<void> {
  const before = await page.locator("report-chat .answer").count();
  const input = page.locator("report-chat .composer textarea").first();
  await input.fill(question);
  await input.press("Enter");
  if (wait === "answered") await page.locator("report-chat .answer").nth(before).waitFor();
  else await page.locator("report-chat .draft").last().waitFor();
}
