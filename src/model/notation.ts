// A claim as one line that an area expert can read and write: the language of the text cases and of `read --as-case`.
//   denied planned recapture Ashford (town) by blue to red partial tactical · about 2021-03-17 implied · Ivo Hale [red] · "words"
//   planned capture Ashford (town) by red · 2021-03-17 implied, to be done by 2021-03-19 stated · Ivo Hale [red] · "words"
// Invariant: parseClaim(printClaim(line)) is the line again, for every line whose quote is on one line.
import { type Claim, KINDS, type Kind, MODALITIES, type Modality, type Polarity, SCOPES, type Scope } from './claim.ts';
import { type Day, isDay, PRECISIONS, type Precision, type When } from './time.ts';

export interface ClaimLine {
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly kind: Kind;
  readonly place: string;
  readonly scope: Scope;
  readonly actor: string | null;
  readonly to: string | null;
  readonly partial: boolean;
  readonly tactical: boolean;
  readonly when: When;
  /** The stated day by which what is planned is to be done. */
  readonly deadline: When | null;
  readonly speaker: string | null;
  readonly sides: readonly string[];
  /** The claim's words, white space folded. */
  readonly quote: string;
}

/** A placed claim as a line, under its place's name. */
export const lineOf = (claim: Claim): ClaimLine => ({
  polarity: claim.polarity,
  modality: claim.modality,
  kind: claim.kind,
  place: claim.place.name,
  scope: claim.scope,
  actor: claim.actor,
  to: claim.to,
  partial: claim.partial,
  tactical: claim.tactical,
  when: claim.when,
  deadline: claim.deadline,
  speaker: claim.by.speaker,
  sides: claim.by.sides,
  quote: claim.quote.text.replace(/\s+/g, ' ').trim(),
});

const BETWEEN = ' · ';
const NOBODY = '—';
const DEADLINE = ', to be done by ';

const printWhen = ({ earliest, latest, precision, basis }: When): string => {
  const days = earliest === latest ? (earliest ?? '?') : `${earliest ?? ''}..${latest ?? ''}`;
  return `${precision === 'day' ? '' : `${precision} `}${days} ${basis}`;
};

/** The line of a claim; see the head of this file. */
export const printClaim = (line: ClaimLine): string => {
  const mood = [line.polarity === 'denied' ? 'denied ' : '', line.modality === 'actual' ? '' : `${line.modality} `];
  const tail = [
    line.actor === null ? '' : ` by ${line.actor}`,
    line.to === null ? '' : ` to ${line.to}`,
    line.partial ? ' partial' : '',
    line.tactical ? ' tactical' : '',
  ];
  return [
    `${mood.join('')}${line.kind} ${line.place} (${line.scope})${tail.join('')}`,
    `${printWhen(line.when)}${line.deadline === null ? '' : `${DEADLINE}${printWhen(line.deadline)}`}`,
    `${line.speaker ?? NOBODY} [${line.sides.join(', ')}]`,
    `"${line.quote}"`,
  ].join(BETWEEN);
};

const oneOf = <T extends string>(list: readonly T[], word: string | undefined): T | null =>
  list.find((entry) => entry === word) ?? null;

const dayOrNull = (text: string | undefined): Day | null => (text !== undefined && isDay(text) ? text : null);

const parseWhen = (text: string): When | null => {
  const found = /^(?:([a-z]+) )?(\S+) (stated|implied)$/.exec(text);
  const precision: Precision | null = found?.[1] === undefined ? 'day' : oneOf(PRECISIONS, found[1]);
  if (found === null || precision === null) return null;
  const [from, until] = (found[2] ?? '').includes('..') ? (found[2] ?? '').split('..') : [found[2], found[2]];
  const basis = found[3] === 'stated' ? 'stated' : 'implied';
  return { earliest: dayOrNull(from), latest: dayOrNull(until), precision, basis };
};

const HEAD = new RegExp(
  `^(?<denied>denied )?(?:(?<modality>${MODALITIES.join('|')}) )?(?<kind>${KINDS.join('|')}) (?<place>.+)` +
    ` \\((?<scope>${SCOPES.join('|')})\\)(?: by (?<actor>\\S+))?(?: to (?<to>\\S+))?(?<partial> partial)?(?<tactical> tactical)?$`,
);

const parseHead = (text: string) => {
  const found = HEAD.exec(text)?.groups;
  const modality = found?.modality === undefined ? 'actual' : oneOf(MODALITIES, found.modality);
  const [kind, scope] = [oneOf(KINDS, found?.kind), oneOf(SCOPES, found?.scope)];
  if (found === undefined || modality === null || kind === null || scope === null) return null;
  const polarity: Polarity = found.denied === undefined ? 'affirmed' : 'denied';
  return {
    ...{ polarity, modality, kind, scope, place: found.place ?? '' },
    ...{ actor: found.actor ?? null, to: found.to ?? null },
    ...{ partial: found.partial !== undefined, tactical: found.tactical !== undefined },
  };
};

/** A line read back; null where it is not in the notation. */
export const parseClaim = (text: string): ClaimLine | null => {
  const [first = '', second = '', third = '', ...rest] = text.trim().split(BETWEEN);
  const [day = '', limit] = second.split(DEADLINE);
  const [head, when] = [parseHead(first), parseWhen(day)];
  const deadline = limit === undefined ? null : parseWhen(limit);
  const said = /^(.+) \[(.*)\]$/.exec(third);
  const quote = /^"(.*)"$/.exec(rest.join(BETWEEN))?.[1];
  if (head === null || when === null || said === null || quote === undefined) return null;
  if (limit !== undefined && deadline === null) return null;
  const sides = said[2] === '' || said[2] === undefined ? [] : said[2].split(', ');
  return { ...head, when, deadline, speaker: said[1] === NOBODY ? null : (said[1] ?? null), sides, quote };
};
