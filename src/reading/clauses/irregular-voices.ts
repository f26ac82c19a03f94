// Speakers of no army: "an anti-rebel commander", "the self-declared republic's ministry", "a warlord", "X, who leads 60 men".
// Invariant: null where the words do not tell; a state's own office beside the man keeps him the state's.
import type { SideId } from '../../model/actor.ts';
import { kept } from '../../model/keep.ts';
import type { Lexicon } from '../../model/lexicon.ts';
import type { Span } from '../../model/text.ts';
import type { Theatre } from '../../model/theatre.ts';
import type { OfficeMatch } from '../mentions/find-offices.ts';
import { hasPhrase } from '../mentions/find-phrases.ts';
import { challengerOf, incumbentOf, localForceOf } from '../mentions/theatre-sides.ts';
import { cutWords } from '../words/text-words.ts';

const alternatives = (words: readonly string[]): string => words.join('|');

/** "anti-junta", "anti-rebel": the prefix and what it is set before. */
const againstPattern = kept(
  (lexicon: Lexicon) => new RegExp(`\\b(?:${alternatives(lexicon.list('againstPrefixes'))})-(\\p{L}+)`, 'iu'),
);

/** Whom a word that follows "anti-" is of. */
const sideOfFoe = (word: string, { sides, lexicon, ...theatre }: Theatre): SideId | null => {
  const named = sides.find(({ name, names }) => [name, ...names].some((one) => one.toLowerCase() === word));
  if (named !== undefined) return named.id;
  if (['stateNouns', 'actors:government'].some((list) => lexicon.has(list, word)))
    return incumbentOf({ ...theatre, sides, lexicon });
  return lexicon.has('actors:non-state', word) ? challengerOf({ ...theatre, sides, lexicon }) : null;
};

interface Against {
  /** The words without what the speaker is against. */
  readonly words: string;
  readonly side: SideId | null;
}

/** "an anti-rebel commander": of those who rose against the rebels; "anti-junta": of who fights the state. */
export const withoutFoe = (words: string, theatre: Theatre): Against => {
  const match = againstPattern(theatre.lexicon).exec(words);
  if (match === null) return { words, side: null };
  const foe = sideOfFoe((match[1] ?? '').toLowerCase(), theatre);
  const side = foe === incumbentOf(theatre) ? challengerOf(theatre) : localForceOf(theatre);
  return { words: words.replace(match[0], ''), side: foe === null ? null : side };
};

/** "leads some 60 armed men", "heads a force of 80 villagers". */
const leadsPattern = kept(
  ({ list }: Lexicon) =>
    new RegExp(`\\b(?:${alternatives(list('leadingForms'))})\\b[^,]*\\b(?:${alternatives(list('ledMen'))})\\b`, 'iu'),
);

const STATE: readonly OfficeMatch['class'][] = ['ministry', 'local-official', 'commander', 'spokesman'];

/** Whoever leads men of his own, where no office makes him the state's. */
export const leadsMen = (words: string, theatre: Theatre, offices: readonly OfficeMatch[]): boolean =>
  leadsPattern(theatre.lexicon).test(words) && !offices.some((office) => STATE.includes(office.class));

/** "the self-declared republic's interior ministry", "a warlord": the challenger's, where a theatre has no third force. */
export const isUnrecognised = (words: string, { lexicon, open }: Theatre, offices: readonly OfficeMatch[]): boolean => {
  const office = offices.some((one) => STATE.includes(one.class));
  if (office && hasPhrase(words, lexicon.list('unrecognisedWords'))) return true;
  // "an alliance of FORMER REBEL GROUPS", and not one "allied to the army"
  const former = hasPhrase(words, lexicon.list('formerRebels')) && !hasPhrase(words, lexicon.list('allyLinks'));
  return open && (former || hasPhrase(words, lexicon.list('warlordVoices')));
};

/** "the UN-RECOGNISED government", "Norland-backed fighters": who recognises or backs somebody is not who speaks. */
const isBacker = (words: string, end: number, { lexicon }: Theatre): boolean =>
  lexicon.has('backerForms', /^-(\p{L}+)/u.exec(words.slice(end))?.[1]?.toLowerCase() ?? '');

/** "an OPPOSITION lawmaker", "the opposition party": who opposes a government in its parliament fights nobody. */
export const isPolitical = (words: string, lexicon: Lexicon): boolean =>
  hasPhrase(words, lexicon.list('politicalSides')) &&
  hasPhrase(words, lexicon.list('politicians')) &&
  !hasPhrase(words, lexicon.list('armedWords'));

/** "Norlandic REBELS", "a Norlandic REBEL commander": from there, and no voice of the state. */
const isOfRebels = (words: string, end: number, { open, lexicon }: Theatre): boolean => {
  const [next = '', noun = ''] = cutWords(words.slice(end)).words;
  const plain = lexicon.has('groupIntroducers', next.replace(/s$/u, ''));
  return (
    open && (plain || lexicon.has('groupIntroducers', next) || (next === 'armed' && lexicon.has('groupKinds', noun)))
  );
};

/** "Ordish commander X", "an ethnic Ordish leader": of a people at home here, and no neighbour's office; nor is a backer's. */
export const isOwnPeople = (words: string, { start, end }: Span, theatre: Theatre): boolean => {
  const { lexicon } = theatre;
  if (isBacker(words, end, theatre) || isOfRebels(words, end, theatre)) return true;
  if (!lexicon.has('communities', words.slice(start, end).toLowerCase())) return false;
  const [next = ''] = cutWords(words.slice(end)).words;
  const before = cutWords(words.slice(0, start)).words.at(-1) ?? '';
  return lexicon.has('communities', before.toLowerCase()) || lexicon.has('peoplesLeaders', next.toLowerCase());
};

/** "Hale" of "Abdul Hale" and of "Hale Carver": a given name, or one that another follows. */
const isOfLongerName = (words: string, { start, end }: Span, { has }: Lexicon): boolean => {
  if (/^\s\p{Lu}\p{Ll}/u.test(words.slice(end))) return true;
  const before = (cutWords(words.slice(0, start)).words.at(-1) ?? '').toLowerCase();
  return (
    has('personWords', before) &&
    !['clericTitles', 'challengerTitles', 'personTitles'].some((list) => has(list, before))
  );
};

/** Whether a man of that name is named, and not another of whose name it is a part. */
export const hasName = (words: string, name: string, { lexicon }: Theatre): boolean => {
  const at = words.indexOf(name);
  const whole = at >= 0 && !/\p{L}/u.test(words[at + name.length] ?? '') && !/\p{L}/u.test(words[at - 1] ?? '');
  return whole && (name.includes(' ') || !isOfLongerName(words, { start: at, end: at + name.length }, lexicon));
};

/** "an Ordish commander", "a tribal commander": of a people's own men, and no army's. */
const peoplesPattern = kept(
  ({ list }: Lexicon) =>
    new RegExp(
      `\\b(?:${alternatives([...list('communities'), ...list('guardingFolk')])}) (?:${alternatives(list('peoplesCommanders'))})\\b`,
      'iu',
    ),
);

export const leadsPeople = (words: string, lexicon: Lexicon): boolean => peoplesPattern(lexicon).test(words);
