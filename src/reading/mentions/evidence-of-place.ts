// What the words beside a capitalised name say for its being a place: "in X", "captured X", "X is under their control".
import type { Kind } from '../../model/claim.ts';
import { kept } from '../../model/keep.ts';
import type { Lexicon, VerbRule } from '../../model/lexicon.ts';
import { isCapital } from '../words/closed-words.ts';
import {
  changesHands,
  isCalledPlace,
  isHeldAside,
  isTakenAside,
  isUnderControl,
  ownVerbAt,
} from './evidence-of-control.ts';
import { ownsPostsIn } from './name-deeds.ts';
import { has, type NameGround, type NameRun, tokenAt } from './name-runs.ts';
import { phraseAt } from './name-tree.ts';
import { beforeArticle, isCivilian, kindNounAt, kindNounBefore, verbOf, within, wordAt } from './name-words.ts';
import { nationWordAt } from './nation-words.ts';
import { hasPlaceCue } from './place-cues.ts';

/** "to X", "from X": people, firms and places alike. */
const WEAK = 0.25;

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

/** "including", "such as": how many words before a place name it among others; 0 where none do. */
const includingLength = (ground: NameGround, from: number): number => {
  if (has(ground, 'includingWords', from - 1)) return 1;
  const { lexicon } = ground.theatre;
  return lexicon.has('includingWords', `${wordAt(ground, from - 2)} ${wordAt(ground, from - 1)}`) ? 2 : 0;
};

/** "five villages, including X": what is among places is one. */
const isIncluded = (ground: NameGround, from: number): boolean => {
  const lead = from - includingLength(ground, from);
  if (lead === from) return false;
  const before = wordAt(ground, lead - 1) === ',' ? lead - 1 : lead;
  return wordsBefore(ground, before).some((at) => kindNounAt(ground, at) > 0);
};

/** "in Hale's National Army": whose army it is, which is no place to be in. */
const ownsParty = (ground: NameGround, run: Pick<NameRun, 'from' | 'to'>): boolean => {
  const { to } = run;
  if (wordAt(ground, to) !== "'s") return false;
  if (ownsPostsIn({ run: { ...run, sentence: ground.sentence }, theatre: ground.theatre })) return true;
  const { tokens } = ground.sentence;
  const owned = phraseAt(ground.theatre, tokens, to + 1)?.value;
  const named = [to + 1, to + 2, to + 3].some((at) => isCapital(tokens[at]) && has(ground, 'groupNameWords', at));
  return named || owned?.type === 'side';
};

/** "two districts, X and Y": what a number of places is called behind its comma. */
const isCounted = (ground: NameGround, from: number): boolean => {
  if (wordAt(ground, from - 1) !== ',' || !kindNounBefore(ground, from - 1)) return false;
  return [from - 3, from - 4].some(
    (at) =>
      tokenAt(ground, at)?.type === 'number' || ground.theatre.lexicon.look('numbers', wordAt(ground, at)) !== null,
  );
};

/** "X in Y province fell", "X, in Y,": told where it lies. */
const isToldIn = (ground: NameGround, to: number): boolean => {
  const comma = wordAt(ground, to) === ',';
  const link = comma ? to + 1 : to;
  if (!has(ground, 'homeLinks', link) || !isCapital(tokenAt(ground, link + 1))) return false;
  let at = link + 1;
  while (isCapital(tokenAt(ground, at))) at++;
  return comma ? wordAt(ground, at) === ',' : kindNounAt(ground, at) > 0;
};

const placeBefore = (ground: NameGround, { from, to }: NameRun): number => {
  if (isCounted(ground, from)) return 3;
  if (ownsParty(ground, { from, to })) return 0;
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

/** "3. Pakaw: the town …", "Moehla: enemy columns …": a label of a list, no headline's speaker. */
const isListLabel = (ground: NameGround, { from, to }: NameRun): boolean => {
  const { tokens, heading } = ground.sentence;
  if (heading || wordAt(ground, to) !== ':' || tokens.slice(0, from).some(({ type }) => type === 'word')) return false;
  const next = tokens[to + 1]?.text ?? '';
  return /^[\p{Ll}\d]/u.test(next) && !['firstPerson', 'pronouns'].some((list) => has(ground, list, to + 1));
};

const placeBehind = (ground: NameGround, run: NameRun): number => {
  const { to } = run;
  if (ownsPostsIn({ run: { ...run, sentence: ground.sentence }, theatre: ground.theatre })) return 0;
  if (isListLabel(ground, run)) return 2;
  // "the Western COMMAND headquarters": a body's
  if (has(ground, 'unitNouns', to - 1)) return 0;
  if (kindNounAt(ground, to) > 0) return 3;
  if (isToldIn(ground, to)) return 1;
  const owns = wordAt(ground, to) === "'s" ? to + 1 : to;
  // "Hale's last foothold": whose it is, which may be a man's.
  if (owns > to && [owns, owns + 1, owns + 2].some((at) => has(ground, 'strongholdWords', at))) return 0;
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

/** How many words may stand between two commas and only describe. */
const ASIDE = 14;

/** "X, ON THE NORLAND BORDER, is …", "X, A KEY HUB, has …": where the sentence goes on. */
const behindAside = (ground: NameGround, to: number): number => {
  if (wordAt(ground, to) !== ',') return to;
  const close = within(ground, [to + 2, to + ASIDE], (at) => wordAt(ground, at) === ',');
  return close > 0 ? close + 1 : to;
};

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
  // "declared X safe"
  if (has(ground, 'declaringForms', from - 1) && has(ground, 'declaredStates', to)) return 2;
  const relative = wordAt(ground, to) === ',' && has(ground, 'whichWords', to + 1) ? to + 2 : to;
  const own = [relative, behindAside(ground, to)];
  if (own.some((at) => isUnderControl(ground, at) || changesHands(ground, at))) return 2;
  if (isCalledPlace(ground, to) || isHeldAside(ground, to) || isTakenAside(ground, to)) return 2;
  // "“completely liberated” X": the mark closes what is quoted in part.
  const verb = /^["”’]$/.test(wordAt(ground, from - 1)) ? from - 2 : from - 1;
  return rules(verb, 'object', OBJECTS) || own.some((at) => rules(ownVerbAt(ground, at), 'subject', ['loss'])) ? 1 : 0;
};

/** "Lake Garth", "Eastry County": a word that names of places are made of. */
const placeInside = (ground: NameGround, { from, to }: NameRun): number =>
  to - from > 1 &&
  [from, to - 1].some((at) => has(ground, 'placeNameWords', at) && !(at === from && has(ground, 'lastNameWords', at)))
    ? 2
    : 0;

/** "NORTHWICH, March 3 (Wire) -": the town that a report was sent from. */
const isDateline = ({ sentence }: NameGround, { from, to }: NameRun): boolean =>
  from === 0 &&
  sentence.tokens
    .slice(to, to + 7)
    .some(({ text, start }, i, all) => /^[(–—]$|^--?$/.test(text) && (i === 0 || (all[i - 1]?.end ?? 0) < start));

const isNationsCapital = ({ sentence, theatre }: NameGround, { from, to }: NameRun): boolean => {
  const word = nationWordAt(sentence.tokens, from, theatre.lexicon);
  return word?.to === to && word.as === 'nationCapitals';
};

/** "the town on the banks of the X", "along the shore of Lake X": water, by which a place lies. */
const isWater = (ground: NameGround, { from }: NameRun): boolean => {
  const link = beforeArticle(ground, from);
  return has(ground, 'partLinks', link) && has(ground, 'watersideNouns', link - 1);
};

/** How much the words beside one occurrence say for a place. */
export const placeEvidence = (ground: NameGround, run: NameRun): number =>
  isWater(ground, run) ? 0 : evidenceBeside(ground, run);

const evidenceBeside = (ground: NameGround, run: NameRun): number =>
  (isNationsCapital(ground, run) ? 2 : 0) +
  placeBefore(ground, run) +
  placeBehind(ground, run) +
  placeOfVerb(ground, run) +
  placeInside(ground, run) +
  (isDateline(ground, run) ? 3 : 0);
