// Officials of a neighbour, who see a border from its other side: "the minister of neighbouring Norland", "a Norlandic border
// officer", "On the Norlandic side of the frontier, an official said". They are voices from outside, on no side here.
// Invariant: only an office without a side of its own is moved; residents, traders and doctors stay local.

import type { SpeakerSide } from '../../model/actor.ts';
import type { Span } from '../../model/text.ts';
import type { Theatre } from '../../model/theatre.ts';
import type { Draft } from '../marks.ts';
import { findOffices } from '../mentions/find-offices.ts';
import { findPhrases, hasPhrase } from '../mentions/find-phrases.ts';
import { isNationWord } from '../mentions/nation-words.ts';
import { incumbentOf } from '../mentions/theatre-sides.ts';
import { sentenceAt } from '../words/by-sentence.ts';
import { cutWords } from '../words/text-words.ts';

/** "neighbouring Norland", "the neighbouring country": the word behind it is a name or a noun for a country. */
const isOfNeighbour = (words: string, { lexicon }: Theatre): boolean =>
  findPhrases(words, lexicon.list('neighbourWords')).some(({ end }) => {
    const [next = ''] = cutWords(words.slice(end)).words;
    return /^\s+\p{Lu}/u.test(words.slice(end)) || lexicon.has('neighbourLands', next);
  });

/** "a Norlandic immigration officer": who guards a border of a nation that is not at home. */
const isForeignGuard = (words: string, theatre: Theatre): boolean => {
  const { lexicon, sides } = theatre;
  if (!hasPhrase(words, lexicon.list('borderOffices'))) return false;
  const home = incumbentOf(theatre);
  const ours = sides.filter(({ id }) => id === home).flatMap(({ names }) => names.map((name) => name.toLowerCase()));
  return cutWords(words).words.some(
    (word) => isNationWord(word, lexicon) && !ours.some((name) => name.split(' ').includes(word)),
  );
};

/** "the interior minister of neighbouring Norland", "border guards in neighbouring Norland", and not "the governor of neighbouring Garth". */
export const isNeighboursOfficial = (words: string, theatre: Theatre): boolean => {
  if (isForeignGuard(words, theatre)) return true;
  if (!isOfNeighbour(words, theatre)) return false;
  const lands = findPhrases(words, theatre.lexicon.list('neighbourLands')).length > 0;
  const office = lands ? findOffices(words, theatre).length > 0 : false;
  return office || ['countryOffices', 'borderOffices'].some((list) => hasPhrase(words, theatre.lexicon.list(list)));
};

/** "In the neighbouring country of Norland", and not "In neighbouring Garth", which may be a province. */
const isInNeighbour = (lead: string, { lexicon }: Theatre): boolean =>
  findPhrases(lead, lexicon.list('neighbourWords')).some(({ end }) => {
    const [next = ''] = cutWords(lead.slice(end)).words;
    return lexicon.has('neighbourLands', next) || isNationWord(next, lexicon);
  });

/** What stands in the sentence before the speaker. */
const leadOf = ({ report, sentences }: Draft, at: number, sentence: number): string =>
  report.text.slice(sentences[sentence]?.start ?? at, at);

/** "On the Norlandic side", "Across the border": the sentence is set on the other side before its speaker is named. */
const isSetBeyond = ({ theatre }: Draft, lead: string): boolean => {
  const { lexicon, sides } = theatre;
  if (lead.length > LONGEST_LEAD) return false;
  if (hasPhrase(lead, lexicon.list('beyondBorder')) || isInNeighbour(lead, theatre)) return true;
  const { words } = cutWords(lead);
  const home = sides.filter(({ id }) => id === incumbentOf(theatre)).flatMap(({ names }) => names);
  return words.some(
    (word, i) =>
      lexicon.has('borderSides', words[i + 1] ?? '') &&
      isNationWord(word, lexicon) &&
      !home.some((name) => name.toLowerCase().includes(word)),
  );
};

/** Characters of the longest phrase that sets a scene. */
const LONGEST_LEAD = 90;

/** The sides of a speaker with an office whom the sentence sets beyond the border, or null. */
export const sidesBeyond = (
  draft: Draft,
  speaker: Span | null,
  sides: readonly SpeakerSide[],
): readonly SpeakerSide[] | null => {
  if (speaker === null || sides.length !== 1) return null;
  const home = incumbentOf(draft.theatre);
  if (sides[0] !== home && sides[0] !== 'unknown') return null;
  const words = draft.report.text.slice(speaker.start, speaker.end);
  const office = findOffices(words, draft.theatre).some((one) => one.class !== 'resident' && one.class !== 'witness');
  if (!office) return null;
  // Without a theatre it may be another war: "in neighbouring Norland the army said" is a state's own word.
  if (draft.theatre.open && hasPhrase(words, draft.theatre.lexicon.list('stateForceWords'))) return null;
  return isSetBeyond(draft, leadOf(draft, speaker.start, sentenceAt(draft, speaker.start))) ? ['international'] : null;
};
