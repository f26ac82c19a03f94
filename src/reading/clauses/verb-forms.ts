// The forms of which verbs a word may be, as the lexicon conjugates them, and a verb with its helpers.
import { kept } from '../../model/keep.ts';
import type { Lexicon, VerbForms } from '../../model/lexicon.ts';
import { type SentenceView, wordAt } from '../words/view-sentence.ts';

export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing';

/** A verb with its helpers, by its tokens: "have not entered". */
export interface VerbGroup {
  readonly from: number;
  /** Exclusive: the token after the lexical verb. */
  readonly to: number;
  readonly head: number;
  readonly lemmas: readonly string[];
  readonly forms: readonly VerbForm[];
  readonly passive: boolean;
  readonly perfect: boolean;
  readonly negated: boolean;
  readonly modal: string | null;
  readonly infinitive: boolean;
  /** Without any helper: "captured", "taking". */
  readonly bare: boolean;
  /** "taking", "having taken", "being held": tells no time of its own and has its subject elsewhere. */
  readonly gerund: boolean;
}

const FORMS: readonly VerbForm[] = ['base', 's', 'past', 'participle', 'ing'];

/** By word that may be a verb: its forms. */
const verbForms = kept(({ verbs }: Lexicon): ReadonlyMap<string, readonly VerbForm[]> => {
  const formsFor = (word: string, own: readonly VerbForms[]) =>
    FORMS.filter((form) => own.some((verb) => verb[form] === word));
  return new Map([...verbs].map(([word, own]) => [word, formsFor(word, own)]));
});

const NO_FORMS: readonly VerbForm[] = [];

/** The forms that the word may be; none where no verb has it. */
export const formsAt = (view: SentenceView, at: number): readonly VerbForm[] =>
  verbForms(view.lexicon).get(wordAt(view, at)) ?? NO_FORMS;
