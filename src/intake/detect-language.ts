// The language of a text by script and by its commonest small words; null where it is too short to tell.

const SMALL_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ['the', 'of', 'and', 'to', 'in', 'that', 'was', 'for', 'with', 'said', 'on', 'from', 'by', 'have', 'is'],
  fr: ['le', 'la', 'les', 'des', 'et', 'du', 'une', 'dans', 'que', 'pour', 'qui', 'sur', 'est', 'par'],
  de: ['der', 'die', 'und', 'das', 'den', 'von', 'mit', 'ist', 'des', 'auf', 'nicht', 'ein', 'eine', 'dem'],
  es: ['el', 'los', 'las', 'del', 'que', 'por', 'una', 'con', 'para', 'se', 'en', 'su', 'como'],
  it: ['il', 'di', 'che', 'della', 'per', 'gli', 'una', 'nel', 'sono', 'con', 'dei', 'alla', 'non'],
  tr: ['ve', 'bir', 'bu', 'da', 'de', 'ile', 'olan', 'olarak', 'daha', 'sonra'],
};

const SCRIPTS: readonly { readonly language: string; readonly letters: RegExp }[] = [
  { language: 'ps', letters: /[ټډړږښګڼۍې]/g },
  { language: 'fa', letters: /[پچژگکی]/g },
  { language: 'ar', letters: /\p{Script=Arabic}/gu },
  { language: 'ru', letters: /\p{Script=Cyrillic}/gu },
];

const LANGUAGES = Object.keys(SMALL_WORDS);

/** By word: the languages that it is a small word of, by their number. */
const LANGUAGES_OF: ReadonlyMap<string, readonly number[]> = new Map(
  [...new Set(Object.values(SMALL_WORDS).flat())].map((word) => [
    word,
    Object.values(SMALL_WORDS).flatMap((small, number) => (small.includes(word) ? [number] : [])),
  ]),
);

/** Letters beyond the Latin blocks, counted by code unit: nearly every report has none, and is done with here. */
const beyondLatin = (sample: string): number => {
  let count = 0;
  for (let i = 0; i < sample.length; i++) {
    const unit = sample.charCodeAt(i);
    if (unit > 0x24f && unit < 0x2000) count += 1;
  }
  return count;
};

const byScript = (sample: string): string | null => {
  if (beyondLatin(sample) * 4 < sample.length) return null;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  return SCRIPTS.find((script) => (sample.match(script.letters)?.length ?? 0) > letters * 0.03)?.language ?? null;
};

/** ISO 639-1 code of a text's language from its first 1,200 characters, or null. */
export const detectLanguage = (text: string): string | null => {
  const sample = text.slice(0, 1200).toLowerCase();
  const script = byScript(sample);
  if (script !== null) return script;
  const words = sample.match(/\p{L}+/gu) ?? [];
  if (words.length < 12) return null;
  const counts = LANGUAGES.map(() => 0);
  for (const word of words)
    for (const number of LANGUAGES_OF.get(word) ?? NONE) counts[number] = (counts[number] ?? 0) + 1;
  const most = Math.max(...counts);
  return most / words.length > 0.1 ? (LANGUAGES[counts.indexOf(most)] ?? null) : null;
};

const NONE: readonly number[] = [];
