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

  test.each([
    ['Russian', 'Город Эшфорд взят, сообщил совет в среду, мост — наш.'],
    ['Persian', 'شورا روز یکشنبه گفت که شهر را گرفته است.'],
    ['Arabic with its own digits', 'قال المجلس إن ١٢ حارسا احتفظوا بالمطحنة.'],
  ])('reads UTF-16 of %s without a mark', (_, sentence) => {
    for (const encoding of ['utf-16le', 'utf-16be']) expect(text(bytes(sentence, encoding))).toBe(sentence);
  });

  test('reads Windows-1251 without being told', () => {
    const sentence = 'Лига заявила в среду, что город перешёл под её контроль, а совет это опроверг. '.repeat(3);
    expect(text(bytes(sentence, 'windows-1251'))).toBe(sentence);
  });

  test('a page that calls itself Latin-1 and is Windows-1251 is read by its letters', () => {
    const page = `<meta charset="iso-8859-1"><p>${'Лига заявила в среду, что город перешёл под её контроль, а совет это опроверг. '.repeat(3)}`;
    expect(text(bytes(page, 'windows-1251'), 'html')).toBe(page);
  });

  test('a page of accented words that calls itself Latin-1 is', () => {
    const page = '<meta charset="iso-8859-1"><p>Les élus ont été arrêtés à côté de la forêt, où l’été s’achève déjà.';
    expect(text(bytes(page, 'windows-1252'), 'html')).toBe(page);
  });

  test('what was decoded wrongly before is put right, and a note says so', () => {
    const wrong = new TextDecoder('windows-1252').decode(Buffer.from(SENTENCE, 'utf-8'));
    expect(wrong).toContain('caf\u00c3\u00a9');
    const decoded = decodeBytes(bytes(wrong, 'utf-8'), 'text', { file: 'story' });
    expect(decoded.ok && decoded.value.text).toBe(SENTENCE);
    expect(decoded.ok && decoded.notes.map(({ code }) => code)).toEqual(['encoding-mended']);
  });

  test('so is Russian and what lost its last quotation mark', () => {
    const russian = new TextDecoder('windows-1252').decode(Buffer.from('Город взят, город наш', 'utf-8'));
    expect(text(bytes(russian, 'utf-8'))).toBe('Город взят, город наш');
    expect(text(bytes('He said â€œOursâ€\ufffd in the cafÃ©', 'utf-8'))).toBe('He said “Ours” in the café');
  });

  test.each([
    'Ã is a letter, and so is â.',
    'Une forêt, “à côté”, déjà – voilà…',
    'SÃO PAULO “CAFÉ” et “PRÉ” – AMANHÔ',
  ])('what was not is left alone: %s', (sentence) => expect(text(bytes(sentence, 'utf-8'))).toBe(sentence));

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
