// Offers names while one types into a filter; without it the filters work as they are.
const PAUSE_MS = 120;

for (const input of document.querySelectorAll("input[data-suggest]")) {
  const list = document.getElementById(input.getAttribute("list"));
  const address = new URL("../api/suggest", import.meta.url);
  let timer;
  let asked = "";
  input.addEventListener("input", () => {
    clearTimeout(timer);
    const written = input.value.trim();
    if (written === "") {
      list.replaceChildren();
      return;
    }
    timer = setTimeout(async () => {
      asked = written;
      address.search = String(new URLSearchParams({ field: input.dataset.suggest, q: written }));
      const names = await fetch(address)
        .then((response) => (response.ok ? response.json() : []))
        .catch(() => []);
      // What was typed meanwhile has asked again.
      if (asked !== written) return;
      list.replaceChildren(
        ...names.map((name) => {
          const option = document.createElement("option");
          option.value = name;
          return option;
        }),
      );
    }, PAUSE_MS);
  });
}
