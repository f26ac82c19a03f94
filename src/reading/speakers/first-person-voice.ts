// A text that speaks of "our fighters" and "the enemy" in nobody's quotation is a party's own, whatever its paper is called.
// Invariant: the side is the one that its head names, else the enemy of whom the text fights; a text of neither is an outlet's.
import type { SideId } from '../../model/actor.ts';
import type { Theatre } from '../../model/theatre.ts';
import type { ActorMark, Draft, Sentence } from '../marks.ts';
import { challengerOf, incumbentOf, isIncumbent, opponentOf } from '../mentions/theatre-sides.ts';
import { wordsIn } from '../words/lists-in.ts';

/** Who says so once may be quoting; who says so twice speaks. */
const ENOUGH = 2;

/** The lines above the text. */
const HEAD = 4;

/** "our fighters", "our red flag", "are in our hands", "came over to us": words of one who fights. */
const isOwnAt = ({ tokens }: Sentence, at: number, { lexicon }: Theatre): boolean => {
  const word = tokens[at]?.word ?? '';
  if (tokens[at]?.quoted === true) return false;
  if (lexicon.has('ourWords', word))
    return [at + 1, at + 2].some((next) => lexicon.has('partyForces', tokens[next]?.word ?? ''));
  return lexicon.has('enemyWords', word) && lexicon.has('definiteArticles', tokens[at - 1]?.word ?? '');
};

/** The words that it may begin with. */
const ownWords = ({ tokens }: Sentence, { lexicon }: Theatre): readonly number[] => [
  ...wordsIn(tokens, 'ourWords', lexicon),
  ...wordsIn(tokens, 'enemyWords', lexicon),
];

const ownSentences = ({ sentences, theatre }: Draft): readonly Sentence[] =>
  sentences.filter((sentence) => ownWords(sentence, theatre).some((at) => isOwnAt(sentence, at, theatre)));

/** "our" itself is said, and not only "the enemy". */
const saysOur = ({ theatre }: Draft, found: readonly Sentence[]): boolean =>
  found.some((sentence) =>
    sentence.tokens.some(({ word }, at) => theatre.lexicon.has('ourWords', word) && isOwnAt(sentence, at, theatre)),
  );

/** "Coastal Liberation Front", "General Staff": without a list of sides the words of a force's name tell whose it is. */
const sideOfWords = (words: readonly string[], theatre: Theatre): SideId | null => {
  const has = (list: string): boolean => words.some((word) => theatre.lexicon.has(list, word));
  if (!theatre.open || has('headlineVerbs')) return null;
  if (has('groupNameWords') && has('rebelNameWords')) return challengerOf(theatre);
  return has('stateHeadWords') ? incumbentOf(theatre) : null;
};

/** "Press service of the Coastal Front": whom the lines above the text name; a headline with a verb tells of somebody. */
const sideOfHead = (draft: Draft): SideId | null => {
  const { sentences, mentions, theatre, report } = draft;
  const outlet = sideOfWords((report.outlet ?? '').toLowerCase().split(/[^\p{L}]+/u), theatre);
  if (outlet !== null) return outlet;
  for (const { index, tokens } of sentences.slice(0, HEAD).filter(({ heading }) => heading)) {
    if (tokens.some(({ word }) => theatre.lexicon.has('headlineVerbs', word))) continue;
    const side = sideOfWords(
      tokens.map(({ word }) => word),
      theatre,
    );
    if (side !== null) return side;
    // "INVADER quits the right bank": what the enemy is called is no name of who speaks.
    const called = ({ text }: ActorMark): boolean =>
      text.split(' ').some((word) => theatre.lexicon.has('enemyWords', word.toLowerCase()));
    const named = mentions.find(
      (mark) => mark.type === 'actor' && mark.sentence === index && mark.side !== null && !called(mark),
    );
    if (named?.type === 'actor' && named.side !== null && isBelligerent(named.side, theatre)) return named.side;
  }
  return null;
};

const isBelligerent = (side: SideId, { sides }: Theatre): boolean =>
  sides.some(({ id, belligerent }) => id === side && belligerent);

/** "the army" is named against "our fighters"; "our army" is the speaker's. */
const isOwned = ({ sentences, theatre }: Draft, { sentence, from }: ActorMark): boolean => {
  const { tokens = [] } = sentences[sentence] ?? {};
  return [from, from - 1, from - 2].some((at) => theatre.lexicon.has('ourWords', tokens[at]?.word ?? ''));
};

const fighting = ({ mentions, theatre }: Draft): readonly ActorMark[] =>
  mentions.filter(
    (mark): mark is ActorMark =>
      mark.type === 'actor' && mark.side !== null && mark.means !== 'civilian' && isBelligerent(mark.side, theatre),
  );

/** "our commandos", "our mujahideen": whose force bears that name, where the text calls no other side's its own. */
const sideOfOwned = (draft: Draft): SideId | null => {
  const owned = fighting(draft).filter((mark) => mark.means === 'name' && isOwned(draft, mark));
  const sides = new Set(owned.map(({ side }) => side));
  return sides.size === 1 ? (owned[0]?.side ?? null) : null;
};

/** Whom the text fights: the side named most that is not called its own. */
const sideOfEnemy = (draft: Draft): SideId | null => {
  const named = fighting(draft).filter((mark) => !isOwned(draft, mark));
  const against = named.filter(({ side }) => side !== null && isIncumbent(side, draft.theatre)).length;
  if (against * 2 === named.length) return null;
  const enemy = against * 2 > named.length ? incumbentOf(draft.theatre) : challengerOf(draft.theatre);
  return opponentOf(enemy, draft.theatre);
};

/** "The regime says …", "soldiers of the junta": only those who fight the state call it so. */
const callsItRule = ({ sentences, theatre: { lexicon } }: Draft): boolean =>
  sentences.filter(({ tokens }) =>
    tokens.some(
      ({ word, quoted }, at) =>
        !quoted && lexicon.has('ruleNouns', word) && lexicon.has('definiteArticles', tokens[at - 1]?.word ?? ''),
    ),
  ).length >= ENOUGH;

/** The side that speaks in a text of its own, or null. */
export const firstPersonSide = (draft: Draft): SideId | null => {
  const found = ownSentences(draft);
  if (found.length < ENOUGH || !saysOur(draft, found)) return null;
  return callsItRule(draft)
    ? challengerOf(draft.theatre)
    : (sideOfHead(draft) ?? sideOfOwned(draft) ?? sideOfEnemy(draft));
};
