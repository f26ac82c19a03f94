// Who counts as one voice (control-method section 5): family, origin, speaker, side. Copies and repeats add no voice.
// Invariant: adding a member of a family, or the same speaker through another outlet, adds nothing to any number here.
import type { Ground } from './ground.ts';
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

/** A named speaker or an office is one voice everywhere; residents, sources and outlets only within their family. */
export const speakerKey = onceFor(({ claim, evidence, side }) => {
  const { by } = claim;
  const name = by.speaker === null ? '' : by.speaker.toLowerCase();
  const bound = by.speaker === null || GENERIC.includes(by.voice.class) ? evidence.report.family : '';
  return [side, by.voice.class, name, bound].join('|');
});

const assertionKey = onceFor((one) => {
  const { says, claim, relation, turn, implied } = one;
  const proposition = [says.what, says.side, relation.as, claim.place.id, claim.scope, claim.polarity, turn, implied];
  return `${speakerKey(one)}|${proposition.join('|')}`;
});

const MS_PER_HOUR = 3_600_000;

const joins = (ground: Ground, assertion: Assertion, statement: Statement): boolean => {
  if (assertion.first.evidence.report.family === statement.evidence.report.family)
    return Math.abs(assertion.first.day - statement.day) <= 1;
  const limit = ground.parameters.hours.assertionSame * MS_PER_HOUR;
  return Math.abs(statement.said - assertion.first.said) <= limit;
};

const bySaid = (a: Statement, b: Statement): number => a.said - b.said;

/** Same speaker, same proposition, said within a day (or in copies of one report): one assertion, in the order said. */
export const assertionsOf = (ground: Ground, statements: readonly Statement[]): readonly Assertion[] => {
  const groups = Map.groupBy(statements, assertionKey);
  return [...groups.values()].flatMap((group) => {
    const assertions: { first: Statement; all: Statement[] }[] = [];
    for (const statement of [...group].sort(bySaid)) {
      const known = assertions.findLast((assertion) => joins(ground, assertion, statement));
      if (known === undefined) assertions.push({ first: statement, all: [statement] });
      else known.all.push(statement);
    }
    return assertions;
  });
};

/** Agency or outlet that a statement goes back to; two reports of one origin are one. */
const originOf = ({ claim, evidence }: Statement): string =>
  (claim.by.via ?? evidence.report.agency ?? evidence.report.outlet ?? evidence.report.family).toLowerCase();

/** Independent of each other: another family, another origin, another speaker (S2). */
export const areIndependent = (a: Statement, b: Statement): boolean =>
  a.evidence.report.family !== b.evidence.report.family &&
  originOf(a) !== originOf(b) &&
  speakerKey(a) !== speakerKey(b);

const officeKey = onceFor(({ camp, claim, evidence }) =>
  [camp, claim.by.voice.class, evidence.report.family].join('|'),
);

/** In one family the unnamed voices of one office ("police", "a police official") are one with the named (5.4). */
const voiceKeys = (statements: readonly Statement[]): readonly (readonly [camp: string, voice: string])[] => {
  const isNamed = ({ claim }: Statement): boolean => claim.by.role !== null || GENERIC.includes(claim.by.voice.class);
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
