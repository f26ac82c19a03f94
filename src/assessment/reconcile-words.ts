// One generated English sentence for a number held against the ledger: what it counts, how it fits, what was named, of what whole.
// Invariant: says only what the record says; sides are named as the theatre names them; probabilities are words, not decimals.
import type {
  CountRange,
  Measure,
  OwnAdmission,
  Proposition,
  Reconciliation,
  Undecidable,
} from '../model/reconciliation.ts';
import { isChange } from './counted-propositions.ts';
import { type Ground, sideOf } from './ground.ts';
import { likelihoodWords } from './likelihood.ts';

export type Told = Omit<Reconciliation, 'sentence' | 'beside'>;

const UNITS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  district: ['district', 'districts'],
  centre: ['district centre', 'district centres'],
  capital: ['provincial capital', 'provincial capitals'],
  city: ['city', 'cities'],
  crossing: ['border crossing', 'border crossings'],
};

const DEEDS: Readonly<Record<Measure, string>> = {
  seized: 'seized by',
  retaken: 'retaken by',
  lost: 'lost by',
  'changed-hands': 'that changed hands',
  held: 'held by',
  settled: 'held lastingly by',
  present: 'with a presence of',
  contested: 'fought over',
};

const REASONS: Readonly<Record<Undecidable, string>> = {
  'no-number': 'it gives no number',
  'not-control': 'it does not count who holds places',
  'not-actual': 'it tells of what may come',
  'unknown-predicate': 'the ledger has no state for what it counts',
  'unknown-unit': 'the ledger has no cells for what it counts',
  'part-not-told': 'it counts a part of the country and does not say which',
  'no-side': 'it does not say whose they are, or no side that the ledger knows',
  'no-places': 'the gazetteer has no such places there',
  'before-the-ledger': 'it is about days before the ledger’s first',
  'no-model': 'the theatre has no incumbent or no challenger to reckon with',
  'start-not-told': 'it does not say since when',
};

const FITS: Readonly<Record<Reconciliation['verdict'], string>> = {
  plausible: 'fits the ledger',
  'plausible-high': 'is high, though not out of reach',
  'plausible-low': 'is low, though not out of reach',
  'implausible-high': 'is more than the ledger can bear',
  'implausible-low': 'is less than the ledger can bear',
  'cannot-say': 'cannot be held against the ledger',
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const amountWords = ({ aggregate, stated }: Told): string => {
  const { comparator, count, fraction, of } = aggregate;
  const word = comparator === null || comparator === 'exactly' || comparator === 'all' ? '' : `${comparator} `;
  if (count === 0) return 'no';
  if (comparator === 'dozens' || comparator === 'several') return `${comparator} (${stated?.number} or more)`;
  if (count === null && comparator === 'half') return 'half of the';
  if (count === null && fraction !== null)
    return fraction === 1 ? `${word}all` : `${word}${Math.round(fraction * 100)} percent of the`;
  return `${word}${count ?? 'some'}${of === null ? '' : ` of ${of}`}`.trim();
};

const unitWords = ({ aggregate }: Told): string => {
  const { unit } = aggregate;
  const [one, many] = UNITS[unit] ?? [unit, unit === 'percent' || unit.endsWith('s') ? unit : `${unit}s`];
  return aggregate.count === 1 && aggregate.of === null ? one : many;
};

const daysWords = ({ measure, from, until, startTold }: Proposition): string => {
  if (!isChange(measure)) return ` on ${until}`;
  if (!startTold) return ` by ${until}`;
  return from === until ? ` on ${until}` : ` from ${from} to ${until}`;
};

const whereWords = ({ gazetteer }: Ground, { aggregate }: Told): string =>
  aggregate.within.length === 0 ? '' : ` in ${aggregate.within.map((id) => gazetteer.get(id)?.name ?? id).join(', ')}`;

/** "over 80 of 421 districts seized by the Reds from 2021-05-01 to 2021-06-23" */
const countedWords = (ground: Ground, told: Told): string => {
  const { aggregate, proposition } = told;
  const head = `${amountWords(told)} ${unitWords(told)}${whereWords(ground, told)}`;
  if (proposition === null) return `${head} (${aggregate.kind})`;
  const { measure, side } = proposition;
  const who = side === null ? '' : ` ${sideOf(ground, side)?.name ?? side}`;
  return `${head} ${DEEDS[measure]}${who}${daysWords(proposition)}`;
};

/** A plain number is never met to the unit: only bounds, and "none", are said to be likely or not. */
const chanceWords = ({ parameters }: Ground, { aggregate, ledger, p }: Told): readonly string[] => {
  const isPoint = (aggregate.comparator ?? 'exactly') === 'exactly' && aggregate.count !== 0;
  if (ledger === null || p === null || isPoint) return [];
  const said = aggregate.polarity === 'denied' ? 'that the denial is true is' : 'that it is true is';
  const drifting = likelihoodWords(parameters, p);
  const heard = likelihoodWords(parameters, ledger.heard.p);
  return [heard === drifting ? `${said} ${heard}` : `${said} ${heard} by what was said, ${drifting} with the drift`];
};

const rangeWords = ({ mean, low, high }: CountRange): string => `about ${Math.round(mean)} (${low} to ${high})`;

const ledgerWords = (ground: Ground, told: Told): readonly string[] => {
  const { ledger } = told;
  if (ledger === null) return [];
  const { heard, places, spokenOf } = ledger;
  const silent = spokenOf === places ? '' : `, ${rangeWords(ledger)} where silence is let drift`;
  return [
    `the ledger would count ${rangeWords(heard)} from the ${spokenOf} of ${places} spoken of until then${silent}`,
    ...chanceWords(ground, told),
  ];
};

const namingWords = ({ named, namingGap }: Told): readonly string[] => {
  if (named === null || namingGap === null) return [];
  const gap = Math.round(namingGap);
  const rest = gap > 0 ? `, ${gap} fewer` : gap < 0 ? `, ${-gap} more` : ', as many';
  return [`${named.length} had been named by then${rest}`];
};

const wholeWords = ({ denominator }: Told): readonly string[] => {
  if (denominator === null || denominator.stated === null || denominator.matches === 'gazetteer') return [];
  const { stated, gazetteer, lists } = denominator;
  const [list] = lists;
  const whose = list === undefined ? 'is of no list that the theatre knows' : `is ${list.list} (${list.edition})`;
  return [`${stated} ${whose}, the gazetteer has ${gazetteer}, and none is converted`];
};

const speakerOf = ({ claim: { by } }: OwnAdmission): string => by.speaker ?? by.role ?? 'an officer';

const contradictedWords = ({ contradictedBy }: Told): readonly string[] => {
  if (contradictedBy.length === 0) return [];
  const who = [...new Set(contradictedBy.map(speakerOf))];
  const named = who.slice(0, 2).join(' and ');
  const others = who.length > 2 ? ` and ${who.length - 2} more` : '';
  const places = new Set(contradictedBy.map(({ place }) => place)).size;
  return [`its own side contradicts it: ${named}${others} admitted ${places === 1 ? 'one' : places}`];
};

/** The qualifying words are shown: they are where a number may escape. */
const escapeWords = ({ aggregate }: Told): string =>
  aggregate.predicate === null ? '' : ` (“${aggregate.predicate}”)`;

/** The reconciliation in one sentence. */
export const reconcileWords = (ground: Ground, told: Told): string => {
  const { verdict, why, aggregate } = told;
  const denied = aggregate.polarity === 'denied' ? 'a denial of ' : '';
  const subject = capital(`${denied}${countedWords(ground, told)}${escapeWords(told)}`);
  const because = why === null ? [] : [REASONS[why]];
  const rest = [
    ...because,
    ...ledgerWords(ground, told),
    ...namingWords(told),
    ...wholeWords(told),
    ...contradictedWords(told),
  ];
  return `${subject} ${FITS[verdict]}: ${rest.join('; ')}.`;
};
