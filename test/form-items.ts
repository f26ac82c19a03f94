// What comes out of bytes of any form, in words that a test can compare.
import type { Limits } from '../src/intake/limits.ts';
import { bytesSource, type Item, NOTHING_GIVEN, type SourceSettings } from '../src/intake/sources.ts';
import type { Outcome } from '../src/model/outcome.ts';

export type Opening = SourceSettings & { readonly mediaType?: string; readonly url?: string };

export const openAll = async (
  file: string,
  bytes: Uint8Array,
  { mediaType, url, ...settings }: Opening = {},
): Promise<readonly Outcome<Item>[]> => {
  const given = { ...NOTHING_GIVEN, url: url ?? null };
  const outcomes: Outcome<Item>[] = [];
  for await (const outcome of bytesSource({ file, bytes, mediaType: mediaType ?? null, given }, settings))
    outcomes.push(outcome);
  return outcomes;
};

export const taken = async (file: string, bytes: Uint8Array, opening: Opening = {}): Promise<readonly Item[]> =>
  (await openAll(file, bytes, opening)).flatMap((outcome) => (outcome.ok ? [outcome.value] : []));

/** "file: form" or "file: code", in order. */
export const told = async (file: string, bytes: Uint8Array, opening: Opening = {}): Promise<readonly string[]> =>
  (await openAll(file, bytes, opening)).map((outcome) =>
    outcome.ok ? `${outcome.value.file}: ${outcome.value.form}` : `${outcome.refusal.file}: ${outcome.refusal.code}`,
  );

export const textIn = ({ bytes }: Item): string => new TextDecoder().decode(bytes);

export const within = (limits: Partial<Limits>): Opening => ({ limits });
