// What the words beside a capitalised name say it is: a place, a person, or a body of people.
// Invariant: evidence is counted for each occurrence; what a name is follows from all of them (see name-classes.ts).

import type { Kind } from '../model/claim.ts';
import { kept } from '../model/keep.ts';
import type { Lexicon, VerbRule } from '../model/lexicon.ts';
import { takesPlaces } from './name-deeds.ts';
import { has, type NameGround, type NameRun, tokenAt } from './name-runs.ts';
import { phraseAt } from './name-tree.ts';
import { nationWordAt } from './nation-words.ts';
import { hasPlaceCue } from './place-cues.ts';

export interface Evidence {
  readonly place: number;
  readonly person: number;
  readonly body: number;
}

const wordAt = (ground: NameGround, at: number): string => tokenAt(ground, at)?.word ?? '';

/** A noun that places are called by begins here; gives where it ends, or -1. */
const kindNounAt = (ground: NameGround, at: number): number => {
  const found = phraseAt(ground.theatre, ground.sentence.tokens, at);
  return found?.value.type === 'scope' ? found.to : -1;
};

/** A noun that places are called by ends right before `at`. */
const kindNounBefore = (ground: NameGround, at: number): boolean =>
  [1, 2, 3].some((back) => kindNounAt(ground, at - back) === at);

const isPersonNoun = (ground: NameGround, at: number): boolean =>
  ['personNouns', 'personTitles'].some((list) => has(ground, list, at));

const verbOf = (ground: NameGround, at: number) => ground.theatre.lexicon.verbs.get(wordAt(ground, at)) ?? [];

const isReporting = (ground: NameGround, at: number): boolean =>
  verbOf(ground, at).some(({ lemma }) => ground.theatre.lexicon.has('reportingVerbs', lemma));

/** The first of so many words that fits, up to a comma or a verb; -1 where none does. */
const within = (ground: NameGround, [from, to]: readonly [number, number], fits: (at: number) => boolean): number => {
  for (let at = from; at < to; at++) {
    if (fits(at)) return at;
    if (tokenAt(ground, at)?.type === 'mark' && wordAt(ground, at) !== '-' && wordAt(ground, at) !== "'s") return -1;
  }
  return -1;
};

/** The words before the article: "in THE X". */
const beforeArticle = (ground: NameGround, at: number): number =>
  has(ground, 'definiteWords', at - 1) ? at - 2 : at - 1;

/** "to X", "from X": people, firms and places alike. */
const WEAK = 0.25;

/** "residents of X", "families from X". */
const isCivilian = (ground: NameGround, at: number): boolean => {
  const value = phraseAt(ground.theatre, ground.sentence.tokens, at)?.value;
  return value?.type === 'noun' && value.means === 'civilian';
};

/** The words of the same clause before `at`, nearest first. */
const wordsBefore = (ground: NameGround, at: number): readonly number[] => {
  const found: number[] = [];
  for (let i = at - 1; i >= Math.max(0, at - 8); i--) {
    if (/^[,;:.!?"“”()]$/.test(wordAt(ground, i))) return found;
    found.push(i);
  }
  return found;
};

/** "retreated to X", "the road to X", "flights from X". */
const isMotion = (ground: NameGround, link: number): boolean =>
  wordsBefore(ground, link).some(
    (at) =>
      has(ground, 'motionWords', at) ||
      verbOf(ground, at).some(({ lemma }) => ground.theatre.lexicon.has('motionWords', lemma)),
  );

/** "five villages, including X": what is among places is one. */
const isIncluded = (ground: NameGround, from: number): boolean => {
  if (!has(ground, 'includingWords', from - 1)) return false;
  const before = wordAt(ground, from - 2) === ',' ? from - 2 : from - 1;
  return wordsBefore(ground, before).some((at) => kindNounAt(ground, at) > 0);
};

const placeBefore = (ground: NameGround, { from, to }: NameRun): number => {
  if (kindNounBefore(ground, from)) return 3;
  // "the last stronghold of Hale": whose it is, which may be a man's.
  if (has(ground, 'partLinks', from - 1) && kindNounBefore(ground, from - 1))
    return has(ground, 'strongholdWords', from - 2) ? 0 : 4;
  const at = beforeArticle(ground, from);
  const described = has(ground, 'directions', from - 1);
  const link = described ? beforeArticle(ground, from - 1) : at;
  if (has(ground, 'placeEvidenceStrong', link)) return 2;
  if (described || (has(ground, 'partLinks', from - 1) && has(ground, 'directions', from - 2))) return 2;
  if (has(ground, 'homeLinks', at) && (isCivilian(ground, at - 1) || has(ground, 'placePeople', at - 1))) return 2;
  if (has(ground, 'motionLinks', link) && isMotion(ground, link)) return 1.5;
  if (isIncluded(ground, from)) return 2;
  if (hasPlaceCue({ run: { sentence: ground.sentence, from, to }, theatre: ground.theatre })) return 2;
  return has(ground, 'placeEvidenceWeak', link) && at === from - 1 ? WEAK : 0;
};

const placeBehind = (ground: NameGround, { to }: NameRun): number => {
  if (kindNounAt(ground, to) > 0) return 3;
  const owns = wordAt(ground, to) === "'s" ? to + 1 : to;
  if (has(ground, 'placePeople', owns) || (owns > to && kindNounAt(ground, owns) > 0)) return 2;
  if (wordAt(ground, to) !== ',') return 0;
  if (has(ground, 'whereWords', to + 1)) return 2;
  const nation = nationWordAt(ground.sentence.tokens, to + 1, ground.theatre.lexicon);
  if (nation?.as === 'nationNames') return 3;
  const told = within(ground, [to + 1, to + 7], (at) => kindNounAt(ground, at) > 0);
  const opens = ['determiners', 'prepositions'].some((list) => has(ground, list, to + 1)) || told === to + 1;
  return told > 0 && opens && !has(ground, 'conjunctions', to + 1) ? 3 : 0;
};

const OBJECTS: readonly Kind[] = ['capture', 'recapture', 'siege', 'entry', 'attack', 'loss'];

/** By lemma: the rules that say it with the verb alone. */
const plainRules = kept(({ verbRules }: Lexicon): ReadonlyMap<string, readonly VerbRule[]> => {
  const plain = verbRules.filter(({ after }) => after === null);
  const named = plain.flatMap((rule) => rule.verbs.map((lemma) => ({ lemma, rule })));
  const groups = Map.groupBy(named, ({ lemma }) => lemma);
  return new Map([...groups].map(([lemma, own]) => [lemma, own.map(({ rule }) => rule)]));
});

/** "captured X", "X fell", "visited X": a verb that has a place there; "the X fell" is mostly a price. */
const placeOfVerb = (ground: NameGround, { from, to }: NameRun): number => {
  if (has(ground, 'definiteWords', from - 1)) return 0;
  const rules = (at: number, slot: 'object' | 'subject', kinds: readonly Kind[]): boolean =>
    /^\p{Ll}/u.test(tokenAt(ground, at)?.text ?? '') &&
    verbOf(ground, at).some(({ lemma }) =>
      (plainRules(ground.theatre.lexicon).get(lemma) ?? []).some(
        ({ place, kind }) => place === slot && kinds.includes(kind),
      ),
    );
  if (verbOf(ground, from - 1).some(({ lemma }) => ground.theatre.lexicon.has('placeVerbs', lemma))) return 2;
  const relative = wordAt(ground, to) === ',' && has(ground, 'whichWords', to + 1) ? to + 2 : to;
  if (isUnderControl(ground, relative) || changesHands(ground, relative)) return 2;
  // "“completely liberated” X": the mark closes what is quoted in part.
  const verb = /^["”’]$/.test(wordAt(ground, from - 1)) ? from - 2 : from - 1;
  return rules(verb, 'object', OBJECTS) || rules(ownVerbAt(ground, to), 'subject', ['loss']) ? 1 : 0;
};

/** "X changed hands", "X, which has since changed hands twice". */
const changesHands = (ground: NameGround, to: number): boolean => {
  const at = ownVerbAt(ground, to);
  return (
    verbOf(ground, at).some(({ lemma }) => ground.theatre.lexicon.has('turningVerbs', lemma)) &&
    has(ground, 'handWords', at + 1)
  );
};

/** Words between the verb and whose control it is. */
const CONTROL = 6;

/** Where the verb's own word stands: "was", "has been", "is believed to be", "was reported to have" before it. */
const ownVerbAt = (ground: NameGround, to: number): number => {
  let at = to;
  for (;;) {
    const helps = ['be', 'have', 'modals', 'verbAdverbs', 'negations'].some((list) => has(ground, list, at));
    const told = at > to && isReporting(ground, at) && has(ground, 'toWords', at + 1);
    if (!helps && !told) return at;
    at += told ? 2 : 1;
  }
};

/** "X was captured by the rebels", "X is now under their control", "X has been retaken": said of places only. */
const isUnderControl = (ground: NameGround, to: number): boolean => {
  const { verbRules } = ground.theatre.lexicon;
  const be = ['be', 'have'].some((list) => has(ground, list, to));
  const stays = verbOf(ground, to).some(({ lemma }) => ground.theatre.lexicon.has('copulas', lemma));
  if (!be && !stays) return false;
  const at = be ? ownVerbAt(ground, to) : to + 1;
  const isParticiple = (list: string): boolean =>
    verbOf(ground, at).some(
      ({ lemma, participle }) => participle === wordAt(ground, at) && ground.theatre.lexicon.has(list, lemma),
    );
  const taken = verbOf(ground, at).some(
    ({ lemma, participle }) =>
      participle === wordAt(ground, at) &&
      verbRules.some(({ verbs, after, kind }) => after === null && PLACED.includes(kind) && verbs.includes(lemma)),
  );
  if (isParticiple('ringingVerbs') || (taken && has(ground, 'agentWords', at + 1))) return true;
  if (be && has(ground, 'be', at - 1) && isParticiple('placeOnlyVerbs')) return true;
  if (!has(ground, 'statePrepositions', at)) return false;
  return within(ground, [at + 1, at + CONTROL], (i) => has(ground, 'controlHeads', i)) > 0;
};

const PLACED: readonly Kind[] = ['capture', 'recapture', 'siege'];

/** "Lake Garth", "Eastry County": a word that names of places are made of. */
const placeInside = (ground: NameGround, { from, to }: NameRun): number =>
  to - from > 1 && [from, to - 1].some((at) => has(ground, 'placeNameWords', at)) ? 2 : 0;

/** "NORTHWICH, March 3 (Wire) -": the town that a report was sent from. */
const isDateline = ({ sentence }: NameGround, { from, to }: NameRun): boolean =>
  from === 0 && sentence.tokens.slice(to, to + 7).some(({ text }) => /^[(–—]$|^--?$/.test(text));

/** "said X could be next": what stands between a reporting verb and another verb is no speaker. */
const opensClause = (ground: NameGround, at: number): boolean =>
  ['be', 'have', 'modals', 'negations', 'verbAdverbs'].some((list) => has(ground, list, at)) ||
  (verbOf(ground, at).length > 0 && !isReporting(ground, at)) ||
  wordAt(ground, at) === "'s";

/** '"We hold it," X said', '"…" X of the Front told': a name right behind a quotation. */
const speaksBehind = (ground: NameGround, { from, to }: NameRun): boolean =>
  /^["”’']$/.test(wordAt(ground, from - 1)) &&
  /^[,.!?]$/.test(wordAt(ground, from - 2)) &&
  ((wordAt(ground, to) === ',' && wordAt(ground, from - 2) === ',') ||
    isReporting(ground, to) ||
    // "… ," Northlander spokesman Hale said": the name of a people or a town before an office is no man's.
    (!isPersonNoun(ground, to) &&
      !isPersonNoun(ground, to + 1) &&
      within(ground, [to, to + 9], (at) => isReporting(ground, at)) > 0));

const personBefore = (ground: NameGround, run: NameRun): number => {
  const { from, to } = run;
  if (isPersonNoun(ground, from - 1) || speaksBehind(ground, run)) return 3;
  if (isReporting(ground, from - 1) && !opensClause(ground, to)) return to - from > 1 ? 3 : 2;
  if (wordAt(ground, from - 1) !== ',' || to - from < 2) return 0;
  const closes = wordAt(ground, to) === ',' || isReporting(ground, to);
  if (!closes) return 0;
  for (let at = from - 2; at > from - 10 && at >= 0 && tokenAt(ground, at)?.word !== ','; at--)
    if (isPersonNoun(ground, at)) return 3;
  return 0;
};

/** A single word that speaks: a person, a firm, or a town that stands for its government. */
const SPEAKS = 0.5;
/** "the Coastals, who": a people; a man has no article. */
const isPlural = (ground: NameGround, { from, to }: NameRun): boolean =>
  has(ground, 'definiteArticles', from - 1) && /s$/.test(wordAt(ground, to - 1));

const personBehind = (ground: NameGround, run: NameRun): number => {
  const { from, to } = run;
  const relative = wordAt(ground, to) === 'who' || (wordAt(ground, to) === ',' && wordAt(ground, to + 1) === 'who');
  if (relative) return isPlural(ground, run) ? 0 : 3;
  if (isReporting(ground, to)) return to - from > 1 ? 2 : SPEAKS;
  if (wordAt(ground, to) !== ',') return 0;
  if (tokenAt(ground, to + 1)?.type === 'number' && wordAt(ground, to + 2) === ',') return 3;
  // "left X, leaving the rebels in control": what goes on with a verb is no apposition.
  if (verbOf(ground, to + 1).some(({ ing }) => ing === wordAt(ground, to + 1))) return 0;
  // "Ashford, Taybat al-Imam": a title inside a name; "Ashford, the chief town": no chief of anybody.
  const isOffice = (at: number): boolean =>
    isPersonNoun(ground, at) && wordAt(ground, at - 1) !== '-' && kindNounAt(ground, at + 1) < 0;
  const office = within(ground, [to + 1, to + 8], isOffice);
  // "…control of X, a spokesman for the army said": the office speaks, and is not the name's.
  const behind = office > 0 ? pastAside(ground, office + 1) : 0;
  const speaks = office > 0 && within(ground, [behind, behind + SPEAKER], (at) => isReporting(ground, at)) > 0;
  return office > 0 && !speaks ? 3 : 0;
};

/** "a spokesman, Rida Issa, said": behind the name between two commas. */
const pastAside = (ground: NameGround, at: number): number => {
  if (wordAt(ground, at) !== ',') return at;
  for (let close = at + 1; close < at + SPEAKER; close++)
    if (tokenAt(ground, close)?.type === 'mark') return wordAt(ground, close) === ',' ? close + 1 : at;
  return at;
};

/** An office with whose it is has so many words. */
const SPEAKER = 12;
const bodyOf = (ground: NameGround, { from, to }: NameRun): number => {
  const { tokens } = ground.sentence;
  if (takesPlaces({ run: { ...ground, from, to }, theatre: ground.theatre })) return 3;
  // "an X camp"
  if (has(ground, 'articles', from - 1) && has(ground, 'ownedPosts', to)) return 4;
  // "X-led forces"
  if (wordAt(ground, to) === '-' && has(ground, 'backedWords', to + 1)) return 2;
  const named = tokens.slice(from, to).some((_, i) => has(ground, 'orgWords', from + i));
  if (named) return 5;
  if (has(ground, 'orgIntroducers', from - 1)) return 3;
  // "told the Courier": no town has the article, nor is it told.
  if (has(ground, 'definiteArticles', from - 1) && has(ground, 'tellingForms', from - 2)) return 4;
  const letters = wordAt(ground, to) === '(' && /^\p{Lu}{2,6}$/u.test(tokenAt(ground, to + 1)?.text ?? '');
  if (letters && wordAt(ground, to + 2) === ')') return 3;
  const owned = wordAt(ground, to) === "'s" ? phraseAt(ground.theatre, tokens, to + 1) : null;
  if (owned !== null && owned.value.type !== 'scope' && !has(ground, 'placePeople', to + 1)) return 1;
  if (wordAt(ground, to) === "'s" && has(ground, 'teamNouns', to + 1)) return 2;
  const next = phraseAt(ground.theatre, tokens, to);
  return next !== null && next.value.type !== 'scope' && !has(ground, 'placePeople', to) ? 1 : 0;
};

const isNationsCapital = ({ sentence, theatre }: NameGround, { from, to }: NameRun): boolean => {
  const word = nationWordAt(sentence.tokens, from, theatre.lexicon);
  return word?.to === to && word.as === 'nationCapitals';
};

/** What the words beside one occurrence say. */
export const evidenceFor = (ground: NameGround, run: NameRun): Evidence => ({
  place:
    (isNationsCapital(ground, run) ? 2 : 0) +
    placeBefore(ground, run) +
    placeBehind(ground, run) +
    placeOfVerb(ground, run) +
    placeInside(ground, run) +
    (isDateline(ground, run) ? 3 : 0),
  person: personBefore(ground, run) + personBehind(ground, run),
  body: bodyOf(ground, run),
});
