// What the packed streams of a PDF would become, found out before its reader unpacks them into memory as a whole.
// Invariant: nothing is kept of what is unpacked here; pictures, which reading for words never unpacks, are not looked at.
import { Unreadable } from './form.ts';
import type { Growth } from './growth.ts';
import { Inflation } from './inflation.ts';

const STREAM = 'stream';
const AT_A_TIME = 16_384;
/** So much of a stream's dictionary is looked at. */
const BEFORE = 600;

const FLATE = /\/(?:FlateDecode|Fl)\b/;
const TWICE = /\/(?:FlateDecode|Fl|LZWDecode|LZW)\s*\/(?:FlateDecode|Fl|LZWDecode|LZW)\b/;

/** The dictionary before a stream, from the last object's begin on. */
const dictionaryBefore = (whole: Buffer, at: number): string => {
  const before = whole.toString('latin1', Math.max(0, at - BEFORE), at);
  return before.slice(before.lastIndexOf(' obj') + 1);
};

const measure = async (packed: Buffer, growth: Growth): Promise<void> => {
  const inflate = new Inflation();
  // Two bytes of zlib's own stand before the data.
  for (let at = 2; at < packed.length; at += AT_A_TIME) {
    const { pieces, taken, state } = await inflate.push(packed.subarray(at, at + AT_A_TIME));
    growth.add(
      taken,
      pieces.reduce((sum, { length }) => sum + length, 0),
    );
    if (state !== 'going') return;
  }
};

/** Counts every packed stream into the growth, which ends it where the limits are reached. */
export const measureStreams = async (bytes: Uint8Array, file: string, growth: Growth): Promise<void> => {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = whole.indexOf(STREAM); at >= 0; at = whole.indexOf(STREAM, at + 1)) {
    if (whole.toString('latin1', at - 3, at) === 'end') continue;
    const dictionary = dictionaryBefore(whole, at);
    if (!FLATE.test(dictionary) || /\/Subtype\s*\/Image/.test(dictionary)) continue;
    if (TWICE.test(dictionary))
      throw new Unreadable('decompression-bomb', `${file} packs a stream twice, as no maker of documents does.`);
    const start = at + STREAM.length + (whole[at + STREAM.length] === 13 ? 2 : 1);
    const end = whole.indexOf('endstream', start);
    await measure(whole.subarray(start, end < 0 ? whole.length : end), growth);
  }
};
