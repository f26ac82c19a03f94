// Packages that few inputs need (old encodings, HTML, manifests) are loaded when the first such input comes,
// so that reading one plain text starts at once.
import { readFileSync } from 'node:fs';
import { createRequire, findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

const load = createRequire(import.meta.url);

/** Where a package that can only be imported says that its entry lies; `import.meta.resolve` is not to be had in a snapshot. */
const importPath = (name: string): string => {
  const description = findPackageJSON(name, import.meta.url);
  if (description === undefined) throw new Error(`The package of ${name} has no package.json: run npm ci.`);
  const own = JSON.parse(readFileSync(description, 'utf8')) as {
    readonly name: string;
    readonly exports: Readonly<Record<string, { readonly import: string }>>;
  };
  const entry = own.exports[`.${name.slice(own.name.length)}`];
  if (entry === undefined) throw new Error(`${own.name} exports nothing as ${name}.`);
  return join(dirname(description), entry.import);
};

/** A package that can only be imported is found as an import would find it, and then loaded at once like the others. */
const pathOf = (name: string): string => {
  try {
    return load.resolve(name);
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ERR_PACKAGE_PATH_NOT_EXPORTED')) throw cause;
    return importPath(name);
  }
};

/** The package, loaded at the first call. */
export const late = <T>(name: string): (() => T) => {
  let loaded: { readonly value: T } | null = null;
  return () => {
    loaded ??= { value: load(pathOf(name)) as T };
    return loaded.value;
  };
};
