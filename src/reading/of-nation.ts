// Whether a party is named by a nation's word: "Norlandic soldiers" are no "group".
import type { ActorMark, Draft } from './marks.ts';
import { nationWordAt } from './nation-words.ts';

export const isOfNation = ({ sentences, theatre }: Draft, { sentence, from }: ActorMark): boolean =>
  nationWordAt(sentences[sentence]?.tokens ?? [], from, theatre.lexicon) !== null;
