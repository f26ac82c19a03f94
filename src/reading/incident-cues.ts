// Words that say that something happened, by ACLED's types, and the losses that go with them.
// Invariant: one cue a type and part of a sentence; the losses belong to the first violent one.
import type { IncidentType } from '../model/claim.ts';
import { INCIDENT_TYPES } from '../model/claim.ts';
import type { Lexicon } from '../model/lexicon.ts';
import type { Span } from '../model/text.ts';
import { type Casualties, findCasualties } from './find-casualties.ts';
import { findPhrases } from './find-phrases.ts';
import { holds } from './lists-in.ts';
import type { Draft, Sentence } from './marks.ts';

export interface Cue extends Span {
  readonly type: IncidentType;
  readonly subtype: string | null;
}

/** Subtypes in the order of their weight: of several cues in a sentence the first type counts for the losses. */
const SUBTYPES: readonly (readonly [IncidentType, string])[] = [
  ['explosion/remote violence', 'suicide bomb'],
  ['explosion/remote violence', 'air strike'],
  ['explosion/remote violence', 'shelling'],
  ['explosion/remote violence', 'rocket'],
  ['explosion/remote violence', 'IED'],
  ['explosion/remote violence', 'blast'],
  ['violence against civilians', 'excessive force against protesters'],
  ['violence against civilians', 'executions'],
  ['violence against civilians', 'abduction'],
  ['violence against civilians', 'assault'],
  ['riot', 'mob violence'],
  ['protest', 'peaceful protest'],
  ['displacement', ''],
  ['strategic development', 'surrender'],
  ['strategic development', 'prison break'],
  ['strategic development', 'looting/equipment seized'],
  ['strategic development', 'property destruction'],
  ['strategic development', 'arrests'],
  ['strategic development', 'talks'],
  ['strategic development', 'curfew'],
  ['strategic development', 'school closure'],
  ['strategic development', 'house searches'],
  ['strategic development', 'flight across border'],
  ['strategic development', 'uprising mobilisation'],
];

const CUE_LISTS = SUBTYPES.map(([type, subtype]) => [type, subtype, `incident:${type}|${subtype}`] as const);

const cuesIn = (text: string, start: number, lexicon: Lexicon): readonly Cue[] => {
  const cues: Cue[] = [];
  for (const [type, subtype, list] of CUE_LISTS) {
    const [first] = findPhrases(text, lexicon.list(list));
    if (first)
      cues.push({ type, subtype: subtype === '' ? null : subtype, start: start + first.start, end: start + first.end });
  }
  return cues;
};

/** One cue a type: the first by weight. */
const onePerType = (cues: readonly Cue[]): readonly Cue[] =>
  INCIDENT_TYPES.flatMap((type) => cues.find((cue) => cue.type === type) ?? []);

/** Losses without a cue: of fighters a battle, of others violence against them. */
const lossCue = ({ victims, start, end }: Casualties): Cue =>
  victims === 'civilians'
    ? { type: 'violence against civilians', subtype: null, start, end }
    : { type: 'battle', subtype: 'armed clash', start, end };

export const VIOLENT: readonly IncidentType[] = [
  'explosion/remote violence',
  'violence against civilians',
  'riot',
  'battle',
];

const withLosses = (cues: readonly Cue[], losses: Casualties | null): readonly Cue[] => {
  const counted = losses !== null && (losses.fatalities !== null || losses.injuries !== null);
  return counted && !cues.some(({ type }) => VIOLENT.includes(type)) ? [lossCue(losses), ...cues] : cues;
};

export interface Found {
  readonly cue: Cue;
  /** Null where another cue of the sentence has them. */
  readonly losses: Casualties | null;
}

/** "if shelling goes on", "to prevent looting": nothing has happened. */
const isHypothetical = (sentence: Sentence, cue: Cue, lexicon: Lexicon): boolean =>
  sentence.tokens.some(
    ({ end, start, word }) =>
      end <= cue.start &&
      cue.start - start < 60 &&
      (lexicon.has('incidentStops', word) || lexicon.has('incidentPreventers', word)),
  );

/** Accounts joined by a semicolon are told by several: each is read alone. */
export const partsOf = (sentence: Sentence): readonly Sentence[] => {
  const cuts = sentence.tokens.flatMap(({ word }, at) => (word === ';' ? [at] : []));
  return [...cuts, sentence.tokens.length].flatMap((to, index) => {
    const tokens =
      cuts.length === 0 ? sentence.tokens : sentence.tokens.slice(index === 0 ? 0 : (cuts[index - 1] ?? 0) + 1, to);
    const [first, last] = [tokens[0], tokens.at(-1)];
    return first && last ? [{ ...sentence, tokens, start: first.start, end: last.end }] : [];
  });
};

const isDisease = ({ tokens }: Sentence, lexicon: Lexicon): boolean => holds(tokens, 'diseaseWords', lexicon);

/** What happened in a part of a sentence; nothing that is only feared, or of disease. */
export const findCues = (sentence: Sentence, draft: Draft): readonly Found[] => {
  const { lexicon } = draft.theatre;
  const text = draft.report.text.slice(sentence.start, sentence.end);
  const losses = isDisease(sentence, lexicon) ? null : findCasualties(sentence, lexicon);
  const cues = withLosses(onePerType(cuesIn(text, sentence.start, lexicon)), losses);
  const bearer = cues.find(({ type }) => VIOLENT.includes(type));
  return cues
    .filter((cue) => !isHypothetical(sentence, cue, lexicon))
    .map((cue) => ({ cue, losses: cue === bearer ? losses : null }));
};
