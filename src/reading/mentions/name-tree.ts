// Finds the phrases of the lexicon and the sides' names among a sentence's words, the longest at each word.
// Invariant: built once for each theatre; a name written with a capital is only found with a capital.

import type { Side } from '../../model/actor.ts';
import { SCOPES } from '../../model/claim.ts';
import { kept } from '../../model/keep.ts';
import { PLACE_KINDS } from '../../model/place.ts';
import type { Theatre } from '../../model/theatre.ts';
import { actsAt } from '../clauses/nation-acts.ts';
import type { Token } from '../marks.ts';
import { startsCapital } from '../words/closed-words.ts';
import { splitWords } from '../words/split-words.ts';
import { isNationWord } from './nation-words.ts';
import type { ActorNoun, PhraseValue, ScopeNoun } from './phrase-values.ts';

interface Branch {
  readonly next: Map<string, Branch>;
  value: PhraseValue | null;
  capital: boolean;
}

export interface FoundPhrase {
  readonly from: number;
  readonly to: number;
  readonly value: PhraseValue;
}

const branch = (): Branch => ({ next: new Map(), value: null, capital: false });

const wordsOf = (phrase: string): readonly string[] =>
  splitWords(phrase, { start: 0, end: phrase.length }).map(({ word }) => word);

const plant = (root: Branch, phrase: string, value: PhraseValue): void => {
  let at = root;
  for (const word of wordsOf(phrase)) {
    const below = at.next.get(word) ?? branch();
    at.next.set(word, below);
    at = below;
  }
  if (at.value !== null && !/^\p{Lu}/u.test(phrase)) at.capital = false;
  if (at === root || at.value !== null) return;
  at.value = value;
  at.capital = /^\p{Lu}/u.test(phrase);
};

const isScope = (word: string): word is ScopeNoun['scope'] => (SCOPES as readonly string[]).includes(word);
const isKind = (word: string): word is (typeof PLACE_KINDS)[number] =>
  (PLACE_KINDS as readonly string[]).includes(word);

/** Lists `scope:SCOPE` hold the nouns; `scope:centre/district` adds the gazetteer's kind that the noun goes with. */
const plantScopes = (root: Branch, { lexicon }: Theatre): void => {
  for (const name of lexicon.list('scopeLists')) {
    const [scope = '', kind = ''] = name.split('/');
    if (!isScope(scope)) continue;
    for (const number of ['', 's'] as const)
      for (const noun of lexicon.list(`scope${number}:${name}`))
        plant(root, noun, { type: 'scope', scope, kind: isKind(kind) ? kind : null, plural: number === 's' });
  }
};

const ACTOR_NOUNS: readonly ActorNoun['means'][] = [
  'government',
  'non-state',
  'foreign',
  'group',
  'enemy',
  'civilian',
  'forces',
];

const plantActors = (root: Branch, theatre: Theatre): void => {
  for (const side of theatre.sides)
    for (const name of [...side.names, side.name])
      plant(root, name.replace(/^the /i, ''), sideNamed(name, side.id, theatre));
  for (const actor of theatre.actors) {
    const role = actor.roles.at(-1);
    if (actor.kind === 'person' || role === undefined || !isSideId(role.side, theatre.sides)) continue;
    for (const name of [actor.name, ...actor.names])
      plant(root, name.replace(/^the /i, ''), { type: 'side', side: role.side, nation: false, common: false });
  }
  for (const means of ACTOR_NOUNS)
    for (const noun of theatre.lexicon.list(`actors:${means}`)) plant(root, noun, { type: 'noun', means });
  // A theatre of its own names the alliances that fight in it.
  if (theatre.open)
    for (const noun of theatre.lexicon.list('alliances')) plant(root, noun, { type: 'noun', means: 'foreign' });
};

const sideNamed = (name: string, side: string, theatre: Theatre): PhraseValue => ({
  ...{ type: 'side', side, nation: isNation(name, theatre) },
  common: /^\p{Ll}/u.test(name.replace(/^the /i, '')),
});

/** Only the theatre `open` learns its sides' nations from the report. */
const isNation = (name: string, { open, lexicon }: Theatre): boolean => open && isNationWord(name, lexicon);

const isSideId = (id: string, sides: readonly Side[]): boolean => sides.some((side) => side.id === id);

const treeOf = kept((theatre: Theatre): Branch => {
  const root = branch();
  plantActors(root, theatre);
  plantScopes(root, theatre);
  return root;
});

/** The longest phrase whatever it stands for here. */
const longestAt = (theatre: Theatre, tokens: readonly Token[], from: number): FoundPhrase | null => {
  let at: Branch | undefined = treeOf(theatre);
  let found: FoundPhrase | null = null;
  for (let i = from; i < tokens.length; i++) {
    at = at.next.get(tokens[i]?.word ?? '');
    if (at === undefined) break;
    if (at.value !== null && (!at.capital || startsCapital(tokens[from]?.text ?? '')))
      found = { from, to: i + 1, value: at.value };
  }
  return found;
};

/** The longest phrase that begins with the word at `from`, or null. */
export const phraseAt = (theatre: Theatre, tokens: readonly Token[], from: number): FoundPhrase | null => {
  const found = longestAt(theatre, tokens, from);
  if (found?.value.type !== 'side' || !found.value.nation) return found;
  const phraseFrom = (at: number): PhraseValue | null => longestAt(theatre, tokens, at)?.value ?? null;
  return actsAt(tokens, from, { theatre, phraseFrom }) ? found : null;
};
