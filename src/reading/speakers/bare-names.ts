// Names that stand without an office: the full name that a surname means, and who was named right before "she" speaks.
// Invariant: a nation, a house or a day is nobody's name.
import type { Draft } from '../marks.ts';
import { isNationWord } from '../mentions/nation-words.ts';
import type { Known } from './known-speakers.ts';

/** A run of two to four capitals. */
export const NAME = /\p{Lu}[\p{L}’'-]+(?:\s+(?:\p{Lu}[\p{L}’'-]+|al-\p{Lu}\p{L}+|bin|ul|ur)){1,3}/gu;

/** "Ruslan Teke was charged. MR TEKE said": the full name that stood before, whoever bore it. */
export const fullNameOf = ({ report, theatre }: Draft, name: string, at: number): string | null => {
  const words = name.split(/\s+/u);
  const title =
    words.length === 2 && theatre.lexicon.has('plainTitles', (words[0] ?? '').toLowerCase().replace('.', ''));
  const last = words.at(-1) ?? '';
  if (!/^\p{Lu}\p{L}{2,}$/u.test(last) || !(words.length === 1 || title)) return null;
  const full = [...report.text.slice(0, at).matchAll(NAME)].map(([run]) => run.replace(/[’']s?$/u, ''));
  const known = full.findLast((run) => {
    const [first = '', ...rest] = run.split(/\s+/u);
    const plain = [
      'titles',
      'personTitles',
      'determiners',
      'prepositions',
      'orgWords',
      'directions',
      'weekdays',
      'months',
    ];
    const given =
      !plain.some((list) => theatre.lexicon.has(list, first.toLowerCase())) && !isNation(first, theatre.lexicon);
    return rest.length === 1 && rest[0] === last && given && !theatre.lexicon.has('orgWords', last.toLowerCase());
  });
  return known ?? null;
};

/** So few sentences back a mere name may be whom "she" means. */
const NAMED = 2;

/** "It was left to Olena Koval to sum up. … she said": where nobody else can be meant, the first person named right before. */
export const namedNear = (draft: Draft, sentence: number): Known | undefined => {
  for (let at = sentence - 1; at >= Math.max(0, sentence - NAMED); at--) {
    const name = draft.sentences[at]?.heading === false ? firstName(draft, at) : undefined;
    if (name !== undefined) return { speaker: name, role: null, sides: ['unknown'], via: null };
  }
  return undefined;
};

const firstName = ({ report, sentences, mentions, theatre }: Draft, index: number): string | undefined => {
  const { start, end } = sentences[index] ?? { start: 0, end: 0 };
  const { lexicon } = theatre;
  const isOther = (word: string): boolean =>
    ['orgWords', 'pressEnds', 'months', 'weekdays', 'prepositions', 'determiners'].some((list) =>
      lexicon.has(list, word.toLowerCase()),
    );
  const runs = [...report.text.slice(start, end).matchAll(NAME)];
  return runs.find(([text, ...rest], i) => {
    const from = start + (runs[i]?.index ?? 0);
    // A name that the words do not make a place's may be anybody's.
    const marked = mentions.some(
      (one) => one.start < from + text.length && from < one.end && (one.type !== 'place' || one.sure),
    );
    return rest.length === 0 && !marked && !text.split(/\s+/u).some(isOther) && !isNation(text, lexicon);
  })?.[0];
};

const isNation = (text: string, lexicon: Draft['theatre']['lexicon']): boolean =>
  text.split(/\s+/u).some((word) => isNationWord(word, lexicon));
