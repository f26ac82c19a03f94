// Where the nouns and fixed phrases of a sentence stand that may tell of an incident, by type and subtype.
// Invariant: the lists of the lexicon are named after the types: "incidentNouns:protest|peaceful protest".
import { kept } from '../../model/keep.ts';
import type { Lexicon } from '../../model/lexicon.ts';
import type { Parse } from '../clauses/parse.ts';
import { findAllPhrases, type PhraseLists } from '../mentions/find-phrases.ts';
import type { SentenceView } from '../words/view-sentence.ts';
import { type Cue, typeOf } from './incident-cue.ts';

export interface IncidentPhrase {
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

/** Types and subtypes in the order of their weight: of several cues in a sentence the first of a type counts. */
const KINDS: readonly string[] = [
  'battle|armed clash',
  'strategic development|prisoners taken',
  'explosion/remote violence|suicide bomb',
  'explosion/remote violence|air strike',
  'explosion/remote violence|shelling',
  'explosion/remote violence|rocket',
  'explosion/remote violence|IED',
  'explosion/remote violence|blast',
  'violence against civilians|excessive force against protesters',
  'violence against civilians|executions',
  'violence against civilians|abduction',
  'violence against civilians|assault',
  'riot|mob violence',
  'protest|peaceful protest',
  'displacement|',
  'strategic development|surrender',
  'strategic development|prison break',
  'strategic development|looting/equipment seized',
  'strategic development|property destruction',
  'strategic development|arrests',
  'strategic development|talks',
  'strategic development|curfew',
  'strategic development|school closure',
  'strategic development|house searches',
  'strategic development|flight across border',
  'strategic development|uprising mobilisation',
];

/** The sentence's text with every token at its own offset. */
const textOf = kept(({ tokens }: SentenceView): string => {
  const first = tokens[0]?.start ?? 0;
  let text = '';
  for (const token of tokens) text = text.padEnd(token.start - first) + token.text;
  return text;
});

/** Each kind with its list of a family. */
const listsOf = (family: string) =>
  kept(({ list }: Lexicon): PhraseLists<string> => KINDS.map((value) => [value, list(`${family}:${value}`)] as const));

const FAMILIES = {
  incidentNouns: listsOf('incidentNouns'),
  incidentAgents: listsOf('incidentAgents'),
  incidentPhrases: listsOf('incidentPhrases'),
};

/** Every phrase of a family of lists in the sentence, as tokens. */
export const findIncidentPhrases = ({ view }: Parse, family: keyof typeof FAMILIES): readonly IncidentPhrase[] => {
  const { tokens, sentence } = view;
  const first = tokens[0]?.start ?? sentence.start;
  const text = textOf(view);
  const found: IncidentPhrase[] = [];
  for (const { means: value, match } of findAllPhrases(text, FAMILIES[family](view.lexicon))) {
    const from = tokens.findIndex((token) => token.start >= first + match.start);
    const to = tokens.findIndex((token) => token.end >= first + match.end) + 1;
    if (from >= 0 && to > from) found.push({ value, from, to });
  }
  return found;
};

/** The place of a cue's kind in the order; kinds that no list names come last. */
export const weightOf = ({ type, subtype }: Pick<Cue, 'type' | 'subtype'>): number => {
  const at = KINDS.findIndex((value) => typeOf(value).type === type && typeOf(value).subtype === subtype);
  return at < 0 ? KINDS.length : at;
};
