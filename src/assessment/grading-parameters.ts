// The numbers of grading (control-method section 6): bars of letters and numbers, what checks a claim, letters before data.
// Invariant: all are the author's defaults, part of the versioned and hashed set.
import type { Interest, Letter, SourceClass } from '../model/source.ts';

export interface GradingParameters {
  /** Both counts of the Beta prior on the share of claims that came true. */
  readonly prior: number;
  /** With fewer checkable claims a source is not judged by them. */
  readonly fewestChecked: number;
  /** The least share for each letter, best first; below the last it is E. */
  readonly letters: readonly (readonly [from: number, letter: Letter])[];
  /** The least probability for the numbers 1 to 4; below the last it is 5. */
  readonly numbers: readonly number[];
  /** The word of others makes a claim true from here on, and false up to there. */
  readonly cameTrue: number;
  readonly cameFalse: number;
  /** Within so many days of a claim another's word bears on it. */
  readonly bearingDays: number;
  /** A share of grades on the diagonal above this says that the two axes are not apart. */
  readonly diagonal: number;
  /** Letters before data. */
  readonly starting: Readonly<Record<SourceClass, Readonly<Record<Interest, Letter>>>>;
}

const always = (letter: Letter): Readonly<Record<Interest, Letter>> => ({
  ...{ 'self-serving': letter, neutral: letter, against: letter },
});

/** Section 6 names ministry, spokesman, local official against, third parties, unnamed, resident, outlet, rumour; the rest follows them. */
const STARTING: GradingParameters['starting'] = {
  ministry: { 'self-serving': 'C', neutral: 'C', against: 'B' },
  'local-official': { 'self-serving': 'C', neutral: 'C', against: 'B' },
  commander: { 'self-serving': 'C', neutral: 'C', against: 'B' },
  spokesman: { 'self-serving': 'D', neutral: 'D', against: 'C' },
  'third-party': always('B'),
  'third-party-with-stake': always('C'),
  anonymous: always('D'),
  unknown: always('D'),
  resident: always('D'),
  witness: always('D'),
  // A party's own outlet speaks for the party (E10).
  outlet: { 'self-serving': 'D', neutral: 'C', against: 'C' },
  rumour: always('F'),
};

export const GRADING_PARAMETERS: GradingParameters = {
  prior: 2,
  fewestChecked: 10,
  letters: [
    [0.95, 'A'],
    [0.85, 'B'],
    [0.7, 'C'],
    [0.5, 'D'],
  ],
  numbers: [0.95, 0.8, 0.6, 0.4],
  cameTrue: 0.85,
  cameFalse: 0.15,
  bearingDays: 45,
  diagonal: 0.6,
  starting: STARTING,
};
