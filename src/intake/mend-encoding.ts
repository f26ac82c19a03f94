// Text that was written as UTF-8, read as Windows-1252 by somebody before us and saved so: "â€œOursâ€\u009d" for "“Ours”".
// Invariant: only runs whose bytes are whole UTF-8 characters are mended, and only where there are several; all else stays.
import { late } from './load-late.ts';

const iconv = late<typeof import('iconv-lite')>('iconv-lite');

// What the bytes 0x80–0xFF are in Windows-1252: Latin-1's upper half, its controls, and the marks that stand in their place.
const UPPER =
  '\\u0080-\\u00ff\\u20ac\\u201a\\u0192\\u201e\\u2026\\u2020\\u2021\\u02c6\\u2030\\u0160\\u2039\\u0152\\u017d\\u2018\\u2019\\u201c\\u201d\\u2022\\u2013\\u2014\\u02dc\\u2122\\u0161\\u203a\\u0153\\u017e\\u0178';
const RUN = new RegExp(`[\\u00c2-\\u00f4][${UPPER}]{1,3}`, 'g');

// What nobody writes on purpose: "â€", "Ã©", "Â»". A capital before a quotation mark ("CAFÉ”") has bytes that fit as well, and
// is left alone.
const PLAIN_WRONG =
  /\u00e2\u20ac|[\u00c2\u00c3][\u0080-\u00bf]|(?:[\u00d0\u00d1\u00d8-\u00db][\u0080-\u00bf\u20ac\u2020\u2021]){2}/g;
const LEADS = /^[\u00c2\u00c3\u00e2\u00d0\u00d1\u00d8-\u00db]/;

const FEWEST = 2;

// The closing quotation mark's last byte is one of the five that Windows-1252 has not: many programs lose it.
const LOST_QUOTE = '\u00e2\u20ac\ufffd';

/** Windows-1252's bytes of a run; its five empty places are the controls of the same number. */
const bytesOf = (run: string): Uint8Array =>
  Uint8Array.from(
    [...run].flatMap((letter) => {
      const unit = letter.charCodeAt(0);
      return unit < 0x100 ? [unit] : [...iconv().encode(letter, 'windows-1252')];
    }),
  );

/** The character that a run was, with what of the run is left over; null where its bytes are no UTF-8. */
const mendRun = (run: string): string | null => {
  for (let length = Math.min(run.length, 4); length >= 2; length--) {
    const text = new TextDecoder('utf-8').decode(bytesOf(run.slice(0, length)));
    if (text.length <= 2 && !text.includes('\ufffd')) return text + run.slice(length);
  }
  return null;
};

export interface Mended {
  readonly text: string;
  /** How many characters were mended. */
  readonly count: number;
}

/** The text as it was meant; unchanged, with a count of none, where too little speaks for it. */
export const mendEncoding = (text: string): Mended => {
  if ((text.match(PLAIN_WRONG)?.length ?? 0) < FEWEST) return { text, count: 0 };
  let count = 0;
  const mended = text.replaceAll(LOST_QUOTE, '”').replace(RUN, (run) => {
    const meant = LEADS.test(run) ? mendRun(run) : null;
    count += meant === null ? 0 : 1;
    return meant ?? run;
  });
  return { text: mended, count };
};
