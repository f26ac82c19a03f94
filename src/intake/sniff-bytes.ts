// What bytes show by themselves before they are decoded: a mark of their encoding, UTF-16 without one, that they are no text.
// Invariant: nothing that is text in any encoding is taken for something else.
export const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean =>
  head.every((byte, i) => bytes[i] === byte);

export const MARKS: readonly { readonly head: readonly number[]; readonly encoding: string }[] = [
  { head: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { head: [0xff, 0xfe, 0, 0], encoding: 'utf-32le' },
  { head: [0, 0, 0xfe, 0xff], encoding: 'utf-32be' },
  { head: [0xff, 0xfe], encoding: 'utf-16le' },
  { head: [0xfe, 0xff], encoding: 'utf-16be' },
];

// Forms that are met under a wrong name, by their first bytes.
const BINARY_HEADS: readonly { readonly head: readonly number[]; readonly form: string }[] = [
  { head: [0x25, 0x50, 0x44, 0x46], form: 'a PDF file' },
  { head: [0x50, 0x4b, 3, 4], form: 'a ZIP archive or an office document' },
  { head: [0x1f, 0x8b], form: 'a gzip archive' },
  { head: [0x89, 0x50, 0x4e, 0x47], form: 'a PNG picture' },
  { head: [0xff, 0xd8, 0xff], form: 'a JPEG picture' },
  { head: [0x47, 0x49, 0x46, 0x38], form: 'a GIF picture' },
];

// The upper bytes of UTF-16 in Latin, Greek, Cyrillic, Hebrew and Arabic text; no other text has these bytes.
const UPPER_BYTES = new Set([0, 3, 4, 5, 6]);

/** UTF-16 without a mark shows in every second byte: one of a few, beside others that are nearly always something else. */
export const unmarkedUtf16 = (sample: Uint8Array): string | null => {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) {
    if (!UPPER_BYTES.has(sample[i] ?? 0)) continue;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = sample.length / 2;
  if (half < 4) return null;
  // Quotation marks and dashes are of another block: a tenth may be.
  if (odd > half * 0.85 && even < half * 0.1) return 'utf-16le';
  return even > half * 0.85 && odd < half * 0.1 ? 'utf-16be' : null;
};

const isControl = (byte: number): boolean => byte < 9 || (byte > 13 && byte < 32 && byte !== 27);

export const binaryForm = (bytes: Uint8Array, sample: Uint8Array): string | null => {
  const known = BINARY_HEADS.find(({ head }) => startsWith(bytes, head));
  if (known) return known.form;
  const controls = sample.reduce((sum, byte) => sum + (isControl(byte) ? 1 : 0), 0);
  return sample.includes(0) || controls > sample.length / 50 ? 'a file of control bytes' : null;
};
