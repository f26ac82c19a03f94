// One spelling of white space, before any offset is taken.
// Invariant: the result holds no space but U+0020, no line break but \n, no invisible character, no ligature, and is NFC.

// One unit for one: a non-breaking, thin, ideographic or tab space becomes a space.
const ODD_SPACES = /[\t\v\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const ODD_BREAKS = /\r\n?|[\u0085\u2028\u2029]/g;
// Control and format characters (soft hyphens, zero-width and direction marks, byte order marks) carry no word.
const INVISIBLE = /[[\p{Cc}\p{Cf}]--\n]/gv;

// Letters in the shapes of print: Latin ligatures, the joined forms of Arabic, letters and digits of full width.
const SHAPES = /[\ufb00-\ufb06\ufb13-\ufb17\ufb50-\ufbb1\ufbd3-\ufd3d\ufe70-\ufefc\uff01-\uff5e]+/g;

// Nearly every report is of these alone, plain letters and the usual quotation marks and dashes, and stays as it is.
const PLAIN = /^[\n\x20-\x7e\u2010-\u2027]*$/;

/** Text with plain spaces and line breaks, without invisible characters, in Unicode's composed form (NFC). */
export const normaliseText = (text: string): string => (PLAIN.test(text) ? text : normalised(text));

const normalised = (text: string): string =>
  text
    .replace(ODD_BREAKS, '\n')
    .replace(ODD_SPACES, ' ')
    .replace(INVISIBLE, '')
    .replace(SHAPES, (shapes) => shapes.normalize('NFKC'))
    .toWellFormed()
    .normalize('NFC');
