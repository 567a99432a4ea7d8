/**
 * A module of ours beside another, to be run in a process of its own: TypeScript in the project, JavaScript in the package
 * that is built from it (`./cli` beside `file:///…/src/start-command.js` is `file:///…/src/cli.js`).
 */
export function ownModule(name: string, beside: string): URL {
  return new URL(`${name}${isSource(beside) ? ".ts" : ".js"}`, beside);
}

/** True where a module is run as TypeScript, for which a process needs the loader. */
export function isSource(address: string): boolean {
  return address.endsWith(".ts");
}
