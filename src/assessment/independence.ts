// Who counts as one voice (control-method section 5): family, origin, speaker, side. Copies and repeats add no voice,
// and a map of control, which is made of such voices itself, is none.
// Invariant: adding a member of a family, or the same speaker through another outlet, adds nothing to any number here.
import type { Evidence } from '../model/control.ts';
import { type Ground, mapKey } from './ground.ts';
import type { Statement } from './statements.ts';

/** Statements that are one assertion; the first to be said stands for them all. */
export interface Assertion {
  readonly first: Statement;
  readonly all: readonly Statement[];
}

const GENERIC = ['resident', 'witness', 'anonymous', 'unknown', 'outlet'];

/** Keys are asked for on every day of a walk: each statement's is made once. */
const onceFor = (make: (statement: Statement) => string): ((statement: Statement) => string) => {
  const made = new WeakMap<Statement, string>();
  return (statement) => {
    const known = made.get(statement) ?? make(statement);
    made.set(statement, known);
    return known;
  };
};

/** 5.7: its own word, or what is told after it, is a map's of control or this ledger's; what it quotes others with stands. */
export const isCircular = ({ maps }: Ground, { claim, report }: Evidence): boolean => {
  const { speaker, via, relayedBy, voice } = claim.by;
  const own = voice.class === 'outlet' ? [report.outlet, report.agency] : [];
  return [speaker, via, relayedBy, ...own].some((name) => name !== null && maps.has(mapKey(name)));
};

/** Whom the words were told to, or whose report the outlet carries. */
const agencyOf = ({ claim, evidence }: Statement): string | null =>
  (claim.by.via ?? evidence.report.agency)?.toLowerCase() ?? null;

const nameOf = ({ claim, side }: Statement): string =>
  [side, claim.by.voice.class, claim.by.speaker?.toLowerCase() ?? ''].join('|');

/** A named speaker or an office is one voice everywhere; residents, sources and outlets only within their origin. */
export const speakerKey = onceFor((one) => {
  const { by } = one.claim;
  const bound = by.speaker === null || GENERIC.includes(by.voice.class);
  return `${nameOf(one)}|${bound ? (agencyOf(one) ?? one.evidence.report.family) : ''}`;
});

/** What is said, without who says it. A district, its centre and its seat's town are one unless set apart (4.1). */
const propositionKey = onceFor((one) => {
  const { says, claim, relation, turn, implied } = one;
  const where = relation.as === 'main' ? [] : [claim.place.id, claim.scope];
  return [says.what, says.side, relation.as, claim.polarity, turn, implied, ...where].join('|');
});

const MS_PER_HOUR = 3_600_000;

const isOfOneEvent = (a: Statement, b: Statement): boolean => Math.abs(a.day - b.day) <= 1;

const officeKey = onceFor(({ camp, claim, evidence }) =>
  [camp, claim.by.voice.class, evidence.report.family].join('|'),
);

const OFFICES = ['ministry', 'local-official', 'commander', 'spokesman'];

const isNamed = ({ claim }: Statement): boolean => claim.by.role !== null || GENERIC.includes(claim.by.voice.class);

/** 5.4: in one family the voices of one office ("police", "a police official", "Captain X") are one unless two names are given. */
const findOfficeVoices = (statements: readonly Statement[]): ((one: Statement) => Statement) => {
  const isOffice = ({ party, claim }: Statement): boolean => party && OFFICES.includes(claim.by.voice.class);
  const keyOf = (one: Statement): string => `${officeKey(one)}|${one.side}`;
  const voices = new Map<string, Statement>();
  for (const [office, all] of Map.groupBy(statements.filter(isOffice), keyOf)) {
    const named = all.filter(isNamed);
    const voice = named[0] ?? all[0];
    if (voice !== undefined && new Set(named.map(nameOf)).size <= 1) voices.set(office, voice);
  }
  return (one) => (isOffice(one) ? voices.get(keyOf(one)) : undefined) ?? one;
};

/** In one family, or told by one voice within a day. */
const joins = (ground: Ground, { first }: Assertion, statement: Statement): boolean => {
  if (first.evidence.report.family === statement.evidence.report.family) return isOfOneEvent(first, statement);
  const limit = ground.parameters.hours.assertionSame * MS_PER_HOUR;
  return Math.abs(statement.said - first.said) <= limit;
};

/** Assertions of one speaker and proposition, to be found by who is bound to what and by words of the speaker's. */
class Assertions {
  readonly all: { first: Statement; all: Statement[] }[] = [];
  readonly #byVoice = new Map<string, { first: Statement; all: Statement[] }[]>();
  readonly #byWords = new Map<number, { first: Statement; all: Statement[] }>();
  readonly #ground: Ground;
  readonly #voiceOf: (one: Statement) => Statement;

  constructor(ground: Ground, voiceOf: (one: Statement) => Statement) {
    this.#ground = ground;
    this.#voiceOf = voiceOf;
  }

  /** 5.3: six equal words of one speaker about one event are one origin, however far apart they are printed. */
  #inWords(one: Statement) {
    if (one.claim.by.speaker === null) return undefined;
    const known = one.evidence.quoted.map((hash) => this.#byWords.get(hash));
    return known.find((assertion) => assertion !== undefined && isOfOneEvent(assertion.first, one));
  }

  add(one: Statement): void {
    const voice = speakerKey(this.#voiceOf(one));
    const own = this.#byVoice.get(voice) ?? [];
    this.#byVoice.set(voice, own);
    let known = own.findLast((assertion) => joins(this.#ground, assertion, one)) ?? this.#inWords(one);
    if (known === undefined) {
      known = { first: one, all: [] };
      this.all.push(known);
    }
    if (!own.includes(known)) own.push(known);
    known.all.push(one);
    for (const hash of one.evidence.quoted) this.#byWords.set(hash, known);
  }
}

const bySaid = (a: Statement, b: Statement): number => a.said - b.said;

/**
 * Same speaker, same proposition, said within a day, in copies of one report or in the same words: one assertion, in the
 * order said.
 */
export const assertionsOf = (ground: Ground, statements: readonly Statement[]): readonly Assertion[] => {
  const voiceOf = findOfficeVoices(statements);
  const groups = Map.groupBy(statements, (one) => `${nameOf(voiceOf(one))}|${propositionKey(one)}`);
  return [...groups.values()].flatMap((group) => {
    const assertions = new Assertions(ground, voiceOf);
    for (const statement of [...group].sort(bySaid)) assertions.add(statement);
    return assertions.all;
  });
};

/** Agency or outlet that a statement goes back to; two reports of one origin are one. */
const originOf = (one: Statement): string =>
  agencyOf(one) ?? (one.evidence.report.outlet ?? one.evidence.report.family).toLowerCase();

/** Independent of each other: another family, another origin, another speaker (S2). */
export const areIndependent = (a: Statement, b: Statement): boolean =>
  a.evidence.report.family !== b.evidence.report.family &&
  originOf(a) !== originOf(b) &&
  speakerKey(a) !== speakerKey(b);

/** In one family the unnamed voices of one office ("police", "a police official") are one with the named (5.4). */
const voiceKeys = (statements: readonly Statement[]): readonly (readonly [camp: string, voice: string])[] => {
  const offices = new Set(statements.filter(isNamed).map(officeKey));
  return statements
    .filter((one) => isNamed(one) || !offices.has(officeKey(one)))
    .map((one) => [one.camp, isNamed(one) ? speakerKey(one) : officeKey(one)]);
};

/** How many voices stand behind statements, by camp; an outlet repeating what its own report attributes is none. */
export const voicesOf = (statements: readonly Statement[]): ReadonlyMap<string, number> => {
  const isOutlet = ({ claim }: Statement): boolean => claim.by.voice.class === 'outlet';
  const told = new Set(statements.filter((one) => !isOutlet(one)).map(({ evidence }) => evidence.report.family));
  const counted = statements.filter((one) => !isOutlet(one) || !told.has(one.evidence.report.family));
  const seen = Map.groupBy(voiceKeys(counted), ([camp]) => camp);
  return new Map([...seen].map(([camp, voices]) => [camp, new Set(voices.map(([, voice]) => voice)).size]));
};

/** nEff: the j-th voice of one side counts factor^(j-1); sides add in full (5.6). */
export const effectiveNumber = (ground: Ground, voices: ReadonlyMap<string, number>): number => {
  const next = ground.parameters.weights.sameSideNext;
  const sum = [...voices.values()].reduce((total, count) => total + (1 - next ** count) / (1 - next), 0);
  return Math.round(sum * 1000) / 1000;
};

export const familiesOf = (statements: readonly Statement[]): number =>
  new Set(statements.map(({ evidence }) => evidence.report.family)).size;

/** A speaker whose own record can be kept: by name and side; null for those that a report does not name. */
export const sourceOf = ({ claim, side }: Statement): string | null => {
  const { speaker, voice } = claim.by;
  return speaker === null || GENERIC.includes(voice.class) ? null : `${speaker.toLowerCase()} [${side}]`;
};
