// What belongs to a language, not to a war: verbs by kind, reporting verbs, modality, weekdays. A theatre may add to it.
export interface Lexicon {
  readonly language: string;
}
