// What a kind of voice is called.
import { pageWords } from './page-words.ts';

export const className = (voice: string): string =>
  (pageWords().sources.classes as Readonly<Record<string, string>>)[voice] ?? voice.replaceAll('-', ' ');
