import fc from "fast-check";
import { expect, test } from "vitest";
import { FairQueue } from "./fair-queue.ts";

function drained(queue: FairQueue<string>): string[] {
  const out: string[] = [];
  for (let item = queue.shift(); item !== undefined; item = queue.shift()) out.push(item);
  return out;
}

test("one of each client in turn", () => {
  const queue = new FairQueue<string>({ places: 10, perClient: 10 });
  for (const item of ["a1", "a2", "a3", "b1", "c1", "b2"]) queue.push(item.charAt(0), item);
  expect(drained(queue)).toEqual(["a1", "b1", "c1", "a2", "b2", "a3"]);
});

test("what finds no place is not taken: in all, and of one client", () => {
  const queue = new FairQueue<string>({ places: 3, perClient: 2 });
  expect(["a1", "a2", "a3", "b1", "c1"].map((item) => queue.push(item.charAt(0), item))).toEqual([
    true,
    true,
    false,
    true,
    false,
  ]);
});

test("who left is not served", () => {
  const queue = new FairQueue<string>({ places: 10, perClient: 10 });
  for (const item of ["a1", "b1", "a2"]) queue.push(item.charAt(0), item);
  queue.remove("a", "a1");
  queue.remove("a", "never came");
  expect([queue.size, drained(queue)]).toEqual([2, ["a2", "b1"]]);
});

test("nothing is lost or made, and each client keeps its own order", () => {
  const comers = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 60 });
  fc.assert(
    fc.property(comers, (clients) => {
      const queue = new FairQueue<string>({ places: 100, perClient: 100 });
      const items = clients.map((client, at) => `${client}${String(at).padStart(2, "0")}`);
      for (const item of items) queue.push(item.charAt(0), item);
      const out = drained(queue);
      expect([...out].sort()).toEqual([...items].sort());
      for (const client of ["a", "b", "c", "d"]) {
        const own = (list: readonly string[]) => list.filter((item) => item.startsWith(client));
        expect(own(out)).toEqual(own(items));
      }
    }),
  );
});
