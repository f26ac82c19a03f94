// Which outlet was told, by the words of the report: "told Wire 7", "told us", "wrote to this newspaper", "told the Courier".

import type { Lexicon } from '../../model/lexicon.ts';
import type { Theatre } from '../../model/theatre.ts';
import type { Draft } from '../marks.ts';
import { findOffices } from '../mentions/find-offices.ts';
import { isNationWord } from '../mentions/nation-words.ts';
import { wordsOf } from './known-speakers.ts';

/** "the president", "Moscow": somebody told who is no outlet; "FRANCE 24" has a nation in it and is one. */
const isNobodyOfThePress = (name: string, { theatre }: Draft): boolean => {
  const offices = findOffices(name, theatre);
  const person = offices.some((office) => office.class !== 'outlet');
  const side = theatre.sides.some((one) => [one.name, ...one.names].includes(name));
  const { lexicon } = theatre;
  const heard = ['assemblyNames', 'socialMedia'].some((list) => lexicon.has(list, wordsOf(name).join(' ')));
  return person || side || heard || isNationWord(name, lexicon) || lexicon.has('titles', wordsOf(name)[0] ?? '');
};

/** "Hale told CRANE": one word of a name that the text says in full. */
const isPerson = (name: string, { report, theatre }: Draft): boolean => {
  if (!/^\p{Lu}\p{Ll}+$/u.test(name)) return false;
  const full = new RegExp(`(?<=[\\p{Ll},;] |[“"])(\\p{Lu}\\p{Ll}+\\.?) ${name}\\b`, 'gu');
  return [...report.text.matchAll(full)].some(
    ([, first = '']) =>
      !isNationWord(first, theatre.lexicon) && !theatre.lexicon.has('pressWords', first.toLowerCase()),
  );
};

/** "a BBC reporter", "the Courier's correspondent": the house that the newsman works for; null where none is named. */
const houseOf = (told: string, lexicon: Lexicon): string | null => {
  const [, name = null, noun = ''] = /^(?:(?:an?|the)\s+)?(\p{Lu}.*?)(?:['’]s)?\s+(\p{Ll}+)$/u.exec(told) ?? [];
  return lexicon.has('newsmen', noun) ? name : null;
};

/** The name that the text's first line begins with, where it has a word of the press: "Riverside Radio - this evening". */
const masthead = ({ sentences, report, theatre }: Draft): string | null => {
  const [first] = sentences;
  if (first === undefined || !first.heading) return null;
  const name =
    report.text
      .slice(first.start, first.end)
      .split(/\s[-–—/|·•@]\s?|\s*[|,•·@]/u)[0]
      ?.trim() ?? '';
  const words = name.split(/\s+/);
  const press = wordsOf(name).some((word) => theatre.lexicon.has('pressWords', word));
  return press && words.length <= 5 && words.every((word) => /^\p{Lu}/u.test(word)) ? name : null;
};

/** "local radio Okapi", "state-run MRTV": small words of the press, or what it is run by, before its name. */
const pressName = (told: string, lexicon: Lexicon): string => {
  const [, lead = '', name = ''] = /^((?:\p{Ll}[\p{L}-]*\s+)+)(\p{Lu}.*)$/u.exec(told) ?? [];
  const press = /\p{L}-\p{L}/u.test(lead) || wordsOf(told).some((word) => lexicon.has('pressWords', word));
  return press && name !== '' ? name : told;
};

/** "told Wire 7 anonymously": how it was told is no part of the name; a daily and a weekly are papers. */
const withoutManner = (told: string, lexicon: Lexicon): string => {
  const words = told.split(/\s+/u);
  const at = words.findIndex((word, i) => i > 0 && /^\p{Ll}+ly$/u.test(word) && !lexicon.has('pressWords', word));
  return at < 0 ? told : words.slice(0, at).join(' ');
};

/** Null where nobody of the press was told: "told reporters", "told parliament", "told the president". */
export const toldOutlet = (draft: Draft, told: string | null): string | null => {
  if (told === null) return null;
  const { lexicon } = draft.theatre;
  const house = houseOf(told, lexicon);
  if (house !== null) return isNobodyOfThePress(house, draft) ? null : house;
  if (wordsOf(told).some((word) => lexicon.has('ourselves', word))) return draft.report.outlet ?? masthead(draft);
  const name = pressName(withoutManner(told.replace(/^the\s+/i, ''), lexicon), lexicon);
  // "on Radio Square": a place that a station gave its name.
  if (!/^\p{Lu}/u.test(name) || lexicon.has('streetWords', wordsOf(name).at(-1) ?? '')) return null;
  const press = wordsOf(name).some((word) => lexicon.has('pressWords', word));
  if (press || lexicon.has('agencyNames', wordsOf(name).join(' '))) return inFull(name, draft);
  return isNobodyOfThePress(name, draft) || isPerson(name, draft) ? null : inFull(name, draft);
};

/** "told the Courier" in the Northern Courier, or where the text has called it so: the outlet's whole name. */
const inFull = (name: string, { report, theatre }: Draft): string => {
  const { outlet, text } = report;
  if (outlet !== null && (outlet.endsWith(` ${name}`) || outlet.startsWith(`${name} `))) return outlet;
  if (/\s/u.test(name) || !theatre.lexicon.has('pressWords', name.toLowerCase())) return name;
  const small = ['determiners', 'prepositions', 'conjunctions', 'weekdays', 'months'];
  const named = [...text.matchAll(new RegExp(`((?:\\p{Lu}[\\p{L}\\p{N}-]+ ){1,3})${name}\\b`, 'gu'))].flatMap(
    ([, lead = '']) => {
      const words = lead.trim().split(' ');
      const first =
        words.findLastIndex((word) => small.some((list) => theatre.lexicon.has(list, word.toLowerCase()))) + 1;
      return first < words.length ? [`${words.slice(first).join(' ')} ${name}`] : [];
    },
  );
  return named[0] ?? name;
};

/** "Ariana News", "the newspaper": an outlet, with or without a name. */
export const isPressOf = (draft: Draft, told: string | null): boolean =>
  told !== null &&
  (toldOutlet(draft, told) !== null || findOffices(told, draft.theatre).some((office) => office.class === 'outlet'));

/** "Ariana News", "Radio Okapi", "Xinhua": a speaker whose whole name is an outlet's. */
export const isPressName = (speaker: string, { lexicon }: Theatre): boolean => {
  const words = wordsOf(speaker.replace(/^the\s+/i, '').replace(/,.*$/su, ''));
  if (!/^(?:the\s+)?\p{Lu}/iu.test(speaker) || words.length === 0 || words.length > NAME) return false;
  const ends = lexicon.has('pressEnds', words.at(-1) ?? '') || lexicon.has('pressStarts', words[0] ?? '');
  return (ends && words.length > 1) || lexicon.has('agencyNames', words.join(' '));
};

/** The longest name of an outlet. */
const NAME = 5;
