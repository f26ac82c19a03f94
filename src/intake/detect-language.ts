// The language of a text: plain English by its small words, Pashto by its letters, all else by the frequencies of letter groups.
// Invariant: where the text is too short or tells nothing (a list of names) there is no language, never the likeliest one.
import { late } from './load-late.ts';

interface Verdict {
  readonly language: string;
  isReliable(): boolean;
  getScores(): Readonly<Record<string, number>>;
}

const detector = late<{ readonly eld: { detect(text: string): Verdict } }>('eld/extrasmall');

const SAMPLE = 1200;

// Small words that no other language with Latin letters is full of ("in", "was" and "of" are German and Dutch too).
const ENGLISH = new Set('the and to that with said from by have for on they were had has it which as at be'.split(' '));
const PLAINLY_ENGLISH = 0.12;
const HARDLY_ENGLISH = 0.06;

/** How much likelier than English another language must be before a report is kept from being read. */
const AHEAD = 0.1;

/** Words without which nothing is told, by script: a word of Chinese is a letter or two. */
const FEWEST_WORDS = { latin: 12, other: 4 };

// Letters that Pashto has and Persian, Arabic and Urdu have not.
const PASHTO = /[ټډړږښګڼۍې]/g;
const PASHTO_SHARE = 0.02;

const lettersOf = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

/** Letters beyond the Latin blocks, counted by code unit: nearly every report has none, and is done with here. */
const beyondLatin = (sample: string): number => {
  let count = 0;
  for (let i = 0; i < sample.length; i++) {
    const unit = sample.charCodeAt(i);
    if (unit > 0x24f && (unit < 0x2000 || unit > 0x2e7f)) count += 1;
  }
  return count;
};

const ofLatin = (sample: string): string | null => {
  const words = sample.match(/\p{L}+/gu) ?? [];
  if (words.length < FEWEST_WORDS.latin) return null;
  const english = words.reduce((sum, word) => sum + (ENGLISH.has(word) ? 1 : 0), 0) / words.length;
  if (english > PLAINLY_ENGLISH) return 'en';
  const verdict = detector().eld.detect(sample);
  if (!verdict.isReliable()) return null;
  if (verdict.language === 'en') return 'en';
  const scores = verdict.getScores();
  const ahead = (scores[verdict.language] ?? 0) - (scores.en ?? 0);
  return english < HARDLY_ENGLISH && ahead >= AHEAD ? verdict.language : null;
};

const ofOtherScript = (sample: string): string | null => {
  const letters = lettersOf(sample);
  const words = sample.match(/[\p{L}\p{M}]+/gu)?.length ?? 0;
  if (words < FEWEST_WORDS.other && letters < FEWEST_WORDS.latin) return null;
  if ((sample.match(PASHTO)?.length ?? 0) > letters * PASHTO_SHARE) return 'ps';
  const verdict = detector().eld.detect(sample);
  return verdict.isReliable() && verdict.language !== '' ? verdict.language : null;
};

/** ISO 639-1 code of a text's language from its first 1,200 characters, or null. */
export const detectLanguage = (text: string): string | null => {
  const sample = text.slice(0, SAMPLE).toLowerCase();
  return beyondLatin(sample) * 4 < lettersOf(sample) || sample.trim() === '' ? ofLatin(sample) : ofOtherScript(sample);
};
