// Packages that few inputs need (old encodings, HTML, manifests) are loaded when the first such input comes,
// so that reading one plain text starts at once.
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** The package, loaded at the first call. */
export const late = <T>(name: string): (() => T) => {
  let loaded: { readonly value: T } | null = null;
  return () => {
    loaded ??= { value: load(name) as T };
    return loaded.value;
  };
};
