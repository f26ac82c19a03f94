// A further number of an event just told: "the city hospital counted five", "put the number at four".
// Invariant: a toll has the type of what was told last, and is found only where the sentence has no losses of its own.

import { parseSentence } from '../clauses/parse-sentence.ts';
import { findPhrases } from '../mentions/find-phrases.ts';
import { reportingVerbs } from '../speakers/saying-verbs.ts';
import { isIn, isInAny, type SentenceView, wordsOf } from '../words/view-sentence.ts';
import { isRate } from './casualty-words.ts';
import { countPeople } from './count-people.ts';
import { figureLeads } from './figure-leads.ts';
import type { Stretch } from './find-casualties.ts';
import { type Found, VIOLENT } from './incident-cues.ts';
import type { Told } from './join-incidents.ts';

/** Characters between the event and a further toll: about three sentences. */
const REACH = 400;

const stretchAt = ({ tokens }: SentenceView, at: number): Stretch => {
  const before = tokens.findLastIndex(({ word }, i) => i < at && word === ';');
  const behind = tokens.findIndex(({ word }, i) => i > at && word === ';');
  return [before + 1, behind < 0 ? tokens.length : behind];
};

/** How far behind its lead a number may stand, in words. */
const CLOSE = 4;

const PEOPLE = [
  'deathWords',
  'injuryWords',
  'civilianVictims',
  'combatants',
  'incidentWords:persons',
  'menWords',
  'neutralVictims',
];

/** "counted nine AMBULANCES", "received one SACK", "67 ceasefire VIOLATIONS": no people. */
const isOfThings = (view: SentenceView, at: number): boolean => {
  const { text = '', type } = view.tokens[at] ?? {};
  const word = type === 'word' && /^\p{Ll}{3,}$/u.test(text);
  const other = !isInAny(view, PEOPLE, at) && !isInAny(view, ['prepositions', 'be', 'have', 'pronouns'], at);
  const noun = /s$/.test(text) || isIn(view, 'partLinks', at + 1) || isPlainPlural(view, at + 1);
  return word && other && noun;
};

const isPlainPlural = (view: SentenceView, at: number): boolean =>
  /^\p{Ll}{2,}s$/u.test(view.tokens[at]?.text ?? '') &&
  view.markAt[at] === undefined &&
  !isInAny(view, [...PEOPLE, 'be', 'have', 'pronouns', 'possessives'], at);

/** "regained some VILLAGES; the radio spoke of eight": of the places that the sentence has told of. */
const isOfPlaces = ({ tokens, lexicon }: SentenceView, at: number): boolean =>
  tokens
    .slice(0, at)
    .some(({ word }) => /s$/.test(word) && lexicon.has('placeUnits', lexicon.look('units', word) ?? ''));

/** "counted eleven REBELS IN the woods": nobody says that they are dead. */
const isOfLiving = (view: SentenceView, at: number): boolean => {
  const mark = view.markAt[at];
  if (mark?.type !== 'actor' || mark.means === 'civilian') return false;
  const dead = [at - 2, at - 1, mark.to, mark.to + 1].some((i) => isInAny(view, ['deathWords', 'injuryWords'], i));
  return !dead && isIn(view, 'insideLinks', mark.to);
};

interface Lead {
  readonly from: number;
  readonly to: number;
}

/** "put the number AT", "counted": the words that lead to a number. */
const saidLeads = (view: SentenceView): readonly Lead[] => {
  const first = view.tokens[0]?.start ?? 0;
  const text = view.tokens.reduce((all, { start, text: word }) => all.padEnd(start - first) + word, '');
  return findPhrases(text, view.lexicon.list('tollLeads')).map(({ start, end }) => ({
    from: view.tokens.findIndex((token) => token.start >= first + start),
    to: view.tokens.findIndex((token) => token.end >= first + end) + 1,
  }));
};

/** Words between a toll and what it came to: "The death TOLL, first given as four, climbed TO". */
const RISE = 14;

/** "The death toll, first given as four, has since climbed to eleven": the last number that it came to. */
const risenLeads = (view: SentenceView): readonly Lead[] =>
  wordsOf(view, 'deathTollWords').flatMap((from): readonly Lead[] => {
    const end = view.tokens.findIndex(({ word }, at) => at > from && word === ';');
    const stretch: Stretch = [from + 1, Math.min(from + RISE, end < 0 ? view.tokens.length : end)];
    const last = countPeople(view, stretch).findLast(({ at }) => isIn(view, 'tollRises', at - 1));
    const definite = isInAny(view, ['definiteWords', 'possessives'], from - 1) || isIn(view, 'deathNouns', from - 1);
    return last === undefined || !definite ? [] : [{ from, to: last.at }];
  });

/** "The hospital SAYS two, the governor's office none": a verb of telling, a number, and the end of the clause. */
const bareLeads = (view: SentenceView): readonly Lead[] =>
  reportingVerbs(parseSentence(view)).flatMap((verb): readonly Lead[] => {
    if (verb.passive || verb.infinitive) return [];
    const [count] = countPeople(view, [verb.to, Math.min(verb.to + CLOSE, view.tokens.length)]);
    const from = count === undefined ? 0 : startOfCount(view, count.at);
    // "reported ONE DEATH"
    const to = count === undefined ? 0 : isIn(view, 'deathNouns', count.to) ? count.to + 1 : count.to;
    const ends =
      count !== undefined && ((view.tokens[to]?.type ?? 'mark') === 'mark' || isIn(view, 'conjunctions', to));
    return ends && from === verb.to ? [{ from: count.at, to: count.at }] : [];
  });

/** "AT LEAST two". */
const startOfCount = (view: SentenceView, at: number): number => {
  let from = at;
  while (isIn(view, 'countLeads', from - 1)) from--;
  return from;
};

/** The toll in a sentence, with the type of the last violent incident. */
export const findTolls = (view: SentenceView, told: readonly Told[]): readonly Found[] => {
  // "killed 14 and made off with seven vehicles. … a toll of nine": of those who were killed.
  const newest = told.at(-1);
  const deadly = told.findLast((one) => VIOLENT.includes(one.incident.type));
  const first = view.tokens[0]?.start ?? 0;
  const ofDead = ['lossFigures', 'deathTollWords'].some((list) => wordsOf(view, list).length > 0);
  const near = deadly !== undefined && first - deadly.incident.quote.end <= REACH;
  const last = near && (ofDead || deadly.sentence === newest?.sentence) ? deadly : newest;
  if (last === undefined || first - last.incident.quote.end > REACH || Number.isNaN(first)) return [];
  const said = saidLeads(view);
  const put = said.length > 0 ? said : figureLeads(view);
  const other = put.length > 0 ? put : risenLeads(view);
  // A number alone is of what was told right before it.
  const isNext = last.sentence >= view.sentence.index - 1;
  return (other.length > 0 || !isNext ? other : bareLeads(view)).flatMap(({ from, to }): Found[] => {
    const stretch = stretchAt(view, from);
    const [count] = countPeople(view, [to, Math.min(to + CLOSE, stretch[1])]);
    const span = { start: view.tokens[from]?.start ?? first, end: view.tokens[Math.max(from, to - 1)]?.end ?? first };
    const { type, subtype, quote } = last.incident;
    if (count === undefined || quote.end > span.start || isRate(view, count.at)) return [];
    if (isOfPlaces(view, from) || isOfThings(view, count.to) || isOfLiving(view, count.to)) return [];
    const fatalities = { low: count.low, high: count.high };
    const losses = VIOLENT.includes(type) ? { fatalities, injuries: null, victims: null, at: from, ...span } : null;
    const cue = { type, subtype, ...span, from, to, verb: null, modality: 'actual' as const };
    return [{ cue, losses, parse: parseSentence(view), stretch, toll: true }];
  });
};
