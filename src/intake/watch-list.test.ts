import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { watchedFrom } from './watch-list.ts';

const home = mkdtempSync(join(tmpdir(), 'whoholds-list-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
mkdirSync(join(home, 'wires'));

const list = (name: string, text: string): string => {
  writeFileSync(join(home, name), text);
  return join(home, name);
};

const WIRES = { kind: 'folder', path: join(home, 'wires') };
const at = (address: string) => ({ kind: 'address', address });

describe('what is to be watched', () => {
  it('is addresses, folders and the lines of lists, each once', () => {
    const file = list(
      'sources.txt',
      '# the wires\nhttps://a.example/feed\n\n  wires  # as they arrive\nhttps://b.example/#top\n',
    );
    expect(watchedFrom(['https://a.example/feed', join(home, 'wires'), file])).toEqual([
      at('https://a.example/feed'),
      WIRES,
      at('https://b.example/#top'),
    ]);
  });

  it('is the feeds of an OPML list', () => {
    const opml = `<?xml version="1.0"?><opml version="2.0"><body><outline text="News">
      <outline type="rss" text="A" xmlUrl="https://a.example/feed"/></outline></body></opml>`;
    expect(watchedFrom([list('feeds.opml', opml)])).toEqual([at('https://a.example/feed')]);
  });

  it('is never less than was meant: a line that is neither is a fault with its number', () => {
    expect(() => watchedFrom([list('bad.txt', 'https://a.example/\nnot a folder\n')])).toThrow(
      /Line 2 of .*not a folder/,
    );
    expect(() => watchedFrom([join(home, 'none')])).toThrow(/no such file/);
    expect(() => watchedFrom([list('empty.txt', '# nothing\n')])).toThrow(/nothing to watch/);
  });
});
