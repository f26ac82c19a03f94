// An item for quarantine and back: its bytes as they came, and what was known of it from outside.
// Invariant: what is restored is the item that was refused, so that a fixed intake or reader tries the very same thing.
import { done, type Outcome, type Refusal, type Revisit } from '../model/outcome.ts';
import { type Given, type Item, NOTHING_GIVEN, type Source } from './item.ts';
import { bytesSource } from './sources.ts';

export interface KeptItem {
  /** The bytes as they came; null where they were never at hand. */
  readonly original: Uint8Array | null;
  readonly about: string | null;
}

export const NOTHING_KEPT: KeptItem = { original: null, about: null };

interface About {
  readonly form: Item['form'];
  readonly given: Given;
  /** The item's words, where they were made from an original inside a container; restoring it takes these. */
  readonly words: string | null;
  /** The words were made from the original itself (a PDF, a mail): restoring it means opening that again. */
  readonly made: boolean;
  /** What was left out of the words. */
  readonly cut?: Item['cut'];
}

/** What lies in a container (a feed's entry) does not say by itself what it is. */
const isMember = (file: string): boolean => file.includes('#');

export const keepItem = ({ file, bytes, original, form, given, cut = [] }: Item): KeptItem => {
  const made = original !== undefined;
  const words = made && isMember(file) ? new TextDecoder().decode(bytes) : null;
  const about: About = { form, given, words, made, cut: words === null ? [] : cut };
  return { original: original ?? bytes, about: JSON.stringify(about) };
};

async function* one(value: Item): Source {
  yield done(value);
}

/** What was refused for want of an earlier visit is kept as what it says of that. */
export const keepRevisit = (revisit: Revisit): KeptItem => ({ original: null, about: JSON.stringify({ revisit }) });

/** The same outcome again; null where it was no such thing. */
export const restoreRevisit = (refusal: Refusal, about: string | null): Outcome<never> | null => {
  const { revisit } = about === null ? {} : (JSON.parse(about) as { readonly revisit?: Revisit });
  return revisit === undefined ? null : { ok: false, refusal, revisit };
};

/** The items that were kept, opened anew where they must be; null where no bytes were kept. */
export const restoreItems = (file: string, { original, about }: KeptItem): Source | null => {
  if (original === null) return null;
  if (about === null) return bytesSource({ file, given: NOTHING_GIVEN, mediaType: null, bytes: original });
  const { form, given, words, made, cut = [] } = JSON.parse(about) as About;
  if (words !== null) return one({ file, bytes: new TextEncoder().encode(words), form, given, original, cut });
  if (made) return bytesSource({ file, given, mediaType: null, bytes: original });
  return one({ file, bytes: original, form, given });
};
