// An item for quarantine and back: its bytes as they came, and what was known of it from outside.
// Invariant: what is restored is the item that was refused, so that a fixed intake or reader tries the very same thing.
import type { Given, Item } from './sources.ts';

export interface KeptItem {
  /** The bytes as they came; null where they were never at hand. */
  readonly original: Uint8Array | null;
  readonly about: string | null;
}

export const NOTHING_KEPT: KeptItem = { original: null, about: null };

interface About {
  readonly form: Item['form'];
  readonly given: Given;
  /** The item's bytes were made from the original (a PDF's words): restoring it means opening the original again. */
  readonly made: boolean;
}

export const keepItem = ({ bytes, original, form, given }: Item): KeptItem => {
  const about: About = { form, given, made: original !== undefined };
  return { original: original ?? bytes, about: JSON.stringify(about) };
};

/** The item that was kept; null where its original must be opened again to have it. */
export const restoreItem = (file: string, { original, about }: KeptItem): Item | null => {
  if (original === null || about === null) return null;
  const { form, given, made } = JSON.parse(about) as About;
  return made ? null : { file, bytes: original, form, given };
};
