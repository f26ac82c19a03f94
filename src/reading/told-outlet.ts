// Which outlet was told, by the words of the report: "told Wire 7", "told us", "wrote to this newspaper", "told the Courier".

import { wordsOf } from './known-speakers.ts';
import type { Draft } from './marks.ts';
import { isNationWord } from './nation-words.ts';
import { findOffices } from './speaker-sides.ts';

/** "the president", "Moscow": somebody told who is no outlet; "FRANCE 24" has a nation in it and is one. */
const isNobodyOfThePress = (name: string, { theatre }: Draft): boolean => {
  const offices = findOffices(name, theatre);
  const person = offices.some((office) => office.class !== 'outlet');
  const side = theatre.sides.some((one) => [one.name, ...one.names].includes(name));
  return person || side || isNationWord(name, theatre.lexicon) || theatre.lexicon.has('titles', wordsOf(name)[0] ?? '');
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

/** Null where nobody of the press was told: "told reporters", "told parliament", "told the president". */
export const toldOutlet = (draft: Draft, told: string | null): string | null => {
  if (told === null) return null;
  const { lexicon } = draft.theatre;
  if (wordsOf(told).some((word) => lexicon.has('ourselves', word))) return draft.report.outlet ?? masthead(draft);
  const name = told.replace(/^the\s+/iu, '');
  if (!/^\p{Lu}/u.test(name)) return null;
  const press = wordsOf(name).some((word) => lexicon.has('pressWords', word));
  return press || !isNobodyOfThePress(name, draft) ? name : null;
};
