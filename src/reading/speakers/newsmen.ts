// Who reports for an agency speaks for it.
// Invariant: the agency's name stands first, but for an article.
import type { Theatre } from '../../model/theatre.ts';
import { findPhrases } from '../mentions/find-phrases.ts';
import { cutWords } from '../words/text-words.ts';

/** "An AFP journalist", "Reuters reporters in A", "the BBC's Ivo Hale": whom an agency has there speaks for it. */
export const isNewsman = (words: string, theatre: Theatre): boolean => {
  const [agency] = findPhrases(words, theatre.lexicon.list('agencyNames'));
  if (agency === undefined || !/^\p{Lu}/u.test(words.slice(agency.start))) return false;
  const [next = ''] = cutWords(words.slice(agency.end)).words;
  const opens = cutWords(words.slice(0, agency.start)).words.every((word) => theatre.lexicon.has('determiners', word));
  // "the BBC's IVO HALE in A"
  const own = /['’]s?\s+\p{Lu}/u.exec(words.slice(agency.end - 2))?.index;
  return opens && ((own !== undefined && own <= 2) || theatre.lexicon.has('newsmen', next));
};

/** "Norlandic media": of a nation, and no voice of its state. */
export const isNationsMedia = (words: string, { open, lexicon }: Theatre): boolean => {
  const [nation, noun, ...more] = cutWords(words).words.filter((word) => !lexicon.has('determiners', word));
  const plain = more.length === 0 && lexicon.has('plainMedia', noun ?? '');
  return open && plain && lexicon.look('nationAdjectives', nation ?? '') !== null;
};
