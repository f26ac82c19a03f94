// What shows whose a thing is: "the army's base", "the rebels' base". An apostrophe may also close what somebody is quoted for.
import type { Token } from '../marks.ts';

/** "the army's", "the rebels'": what shows whose it is, and no quotation mark. */
export const isGenitive = ({ tokens }: { readonly tokens: readonly Token[] }, at: number): boolean => {
  const [before, mark, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (mark === undefined || !/^['’]$/.test(mark.word)) return mark?.word === "'s";
  const glued = before?.end === mark.start && before.word.endsWith('s') && next !== undefined && next.start > mark.end;
  return glued && !(before.quoted && !next.quoted);
};
