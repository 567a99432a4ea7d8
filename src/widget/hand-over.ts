/** What goes to the clipboard: always text, for a table its HTML as well. */
interface Copied {
  readonly text: string;
  readonly html?: string;
}

/** Puts words on the clipboard, by the old way where a page has no secure connection; false when neither is allowed. */
export async function copied({ text, html }: Copied): Promise<boolean> {
  const kinds = { "text/plain": text, ...(html === undefined ? {} : { "text/html": html }) };
  try {
    const blobs = Object.entries(kinds).map(
      ([type, content]) => [type, new Blob([content], { type })] as const,
    );
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return copiedByEvent(kinds);
  }
}

function copiedByEvent(kinds: Readonly<Record<string, string>>): boolean {
  let isDone = false;
  const put = (event: ClipboardEvent) => {
    for (const [type, content] of Object.entries(kinds)) event.clipboardData?.setData(type, content);
    event.preventDefault();
    event.stopImmediatePropagation();
    isDone = event.clipboardData !== null;
  };
  document.addEventListener("copy", put, { capture: true, once: true });
  document.execCommand("copy");
  document.removeEventListener("copy", put, { capture: true });
  return isDone;
}

/** Hands the reader a file. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser takes the file in its own time.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Hands a link on by the device's own way, else to the clipboard; tells which, or that neither was possible. */
export async function shared(title: string, url: string): Promise<"shared" | "copied" | "failed"> {
  if (typeof navigator.share === "function" && matchMedia("(pointer: coarse)").matches) {
    try {
      await navigator.share({ title, url });
      return "shared";
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return "shared";
    }
  }
  return (await copied({ text: url })) ? "copied" : "failed";
}
