// What a party is named by, for words that mean it later: "Norlandic soldiers" are no "group", and "troops" are no "it".
import type { ActorMark, Draft } from '../marks.ts';
import { nationWordAt } from '../mentions/nation-words.ts';

export const isOfNation = ({ sentences, theatre }: Draft, { sentence, from }: ActorMark): boolean =>
  nationWordAt(sentences[sentence]?.tokens ?? [], from, theatre.lexicon) !== null;

/** "troops", "security forces", "the Taliban's fighters": many men, whom no "it" means. */
export const isMenOf = ({ text, pronoun }: ActorMark): boolean => !pronoun && /(?:^|\s)\p{Ll}+s$/u.test(text);
