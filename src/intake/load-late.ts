// Packages that few inputs need (old encodings, HTML, manifests) are loaded when the first such input comes,
// so that reading one plain text starts at once.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const load = createRequire(import.meta.url);

/** A package that can only be imported is found as an import would find it, and then loaded at once like the others. */
const pathOf = (name: string): string => {
  try {
    return load.resolve(name);
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ERR_PACKAGE_PATH_NOT_EXPORTED')) throw cause;
    return fileURLToPath(import.meta.resolve(name));
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
