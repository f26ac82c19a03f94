import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeBytes } from './decode-bytes.ts';

const SENTENCE = 'The Reds hold “Ashford” – the town’s café says so.';
const bytes = (text: string, encoding: string, addBOM = false): Uint8Array => iconv.encode(text, encoding, { addBOM });
const text = (input: Uint8Array, form: 'text' | 'html' = 'text'): string => {
  const decoded = decodeBytes(input, form, { file: 'story' });
  return decoded.ok ? decoded.value.text : decoded.refusal.code;
};

describe('decoding bytes', () => {
  test.each(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'])('reads %s without being told', (encoding) => {
    expect(text(bytes(SENTENCE.repeat(4), encoding))).toBe(SENTENCE.repeat(4));
  });

  test.each(['utf-8', 'utf-16le', 'utf-16be'])('reads %s with a byte order mark', (encoding) => {
    expect(text(bytes(SENTENCE, encoding, true)).replace('\ufeff', '')).toBe(SENTENCE);
  });

  test('reads quotation marks of Windows-1252, where Latin-1 would have control characters', () => {
    expect(text(Uint8Array.of(0x93, 0x4f, 0x75, 0x72, 0x73, 0x94))).toBe('“Ours”');
  });

  test('a page that calls itself Latin-1 is read as Windows-1252, as browsers do', () => {
    const page = `<meta charset="iso-8859-1"><p>${SENTENCE}`;
    expect(text(bytes(page, 'windows-1252'), 'html')).toBe(page);
  });

  test('a declared encoding is followed where the bytes are not UTF-8', () => {
    const page = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>Город взят';
    expect(text(bytes(page, 'windows-1251'), 'html')).toBe(page);
  });

  test('what a server declares goes before what the page says', () => {
    const page = '<meta charset="windows-1252"><p>Город взят';
    const decoded = decodeBytes(bytes(page, 'windows-1251'), 'html', { file: 'page', charset: 'windows-1251' });
    expect(decoded.ok && decoded.value.text).toBe(page);
    const plain = decodeBytes(bytes('Город взят', 'koi8-r'), 'text', { file: 'note', charset: 'koi8-r' });
    expect(plain.ok && plain.value.text).toBe('Город взят');
  });

  test('a wrong declaration does not win over valid UTF-8', () => {
    const page = `<meta charset="windows-1252"><p>${SENTENCE}`;
    expect(text(bytes(page, 'utf-8'), 'html')).toBe(page);
  });

  test('a page that declares UTF-8 and is not is read by its bytes', () => {
    const page = `<meta charset="utf-8"><p>${SENTENCE}`;
    expect(text(bytes(page, 'windows-1252'), 'html')).toBe(page);
  });

  test('UTF-8 with one broken byte stays UTF-8 and says what was lost', () => {
    const damaged = Uint8Array.of(...bytes(SENTENCE, 'utf-8'), 0xff, 0x2e);
    const decoded = decodeBytes(damaged, 'text', { file: 'story' });
    expect(decoded.ok && decoded.value.text).toBe(`${SENTENCE}\ufffd.`);
    expect(decoded.ok && decoded.notes.map(({ code }) => code)).toEqual(['bytes-replaced']);
  });

  test('halves of UTF-16 pairs are not passed off as text', () => {
    expect(text(Uint8Array.of(0xff, 0xfe, 0, 0xd8, 0, 0xd8, 0x41, 0))).toBe('unreadable-encoding');
  });

  test.each([
    ['a PDF file', Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0x2d, 0x31)],
    ['a gzip archive', Uint8Array.of(0x1f, 0x8b, 8, 0)],
    ['a file of control bytes', Uint8Array.of(1, 2, 3, 0, 4, 5, 6)],
  ])('refuses %s and says what it is', (form, input) => {
    const decoded = decodeBytes(input, 'text', { file: 'story' });
    expect(decoded.ok ? null : decoded.refusal).toMatchObject({
      code: 'binary-file',
      reason: `story is ${form}, not text.`,
    });
  });
});
