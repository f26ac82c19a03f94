// One spelling of white space, before any offset is taken.
// Invariant: the result holds no space but U+0020, no line break but \n, no invisible character, and is NFC.

// One unit for one: a non-breaking, thin, ideographic or tab space becomes a space.
const ODD_SPACES = /[\t\v\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const ODD_BREAKS = /\r\n?|[\u0085\u2028\u2029]/g;
// Soft hyphens, zero-width marks, direction marks, byte order marks and control characters carry no word.
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** Text with plain spaces and line breaks, without invisible characters, in Unicode's composed form (NFC). */
export const normaliseText = (text: string): string =>
  text.replace(ODD_BREAKS, '\n').replace(ODD_SPACES, ' ').replace(INVISIBLE, '').toWellFormed().normalize('NFC');
