import { describe, expect, test } from 'vitest';
import { answerInHtml } from './mail-html.ts';
import { answerIn } from './mail-quotes.ts';

const OWN = 'The Red League captured the town of Hollin on Wednesday, a resident said.';
const OTHER = 'We hear that the Blue Guard captured Marsh on Tuesday.';

describe('a plain mail', () => {
  test('that answers keeps its own words, above and below what it quotes', () => {
    const mail = [
      ...[OWN, '', 'On Wed, Mar 17, 2021 at 10:12 PM Foreign Desk <foreign@paper.example>', 'wrote:', ''],
      ...[
        `> ${OTHER}`,
        '>',
        '> > The Red League holds Eastry.',
        '',
        'More from us later today.',
        '',
        '-- ',
        'The desk',
      ],
    ].join('\r\n');
    const { words, cut } = answerIn(mail, 'Re: Ashford');
    expect(words.trim().split(/\n+/)).toEqual([OWN, 'More from us later today.']);
    expect(cut.map(({ reason }) => reason)).toEqual(['quoted mail', 'signature']);
    expect(cut[0]?.text).toMatch(/^On Wed[\s\S]*wrote:[\s\S]*Blue Guard[\s\S]*holds Eastry\.$/);
    expect(cut[1]?.text).toBe('The desk');
  });

  test.each([
    ['a line of dashes', ['-----Original Message-----', 'From: Desk', OTHER]],
    [
      'the other mail’s head',
      ['From: Desk <d@a.example>', 'Sent: 17 March 2021', 'To: B', 'Subject: Ashford', '', OTHER],
    ],
  ])('that answers above the other ends at %s', (_, below) => {
    const { words, cut } = answerIn([OWN, '', ...below].join('\n'), 'RE: Ashford');
    expect(words.trim()).toBe(OWN);
    expect(cut).toEqual([{ text: below.join('\n'), reason: 'quoted mail' }]);
  });

  test.each<[string, string | null, string]>([
    ['sent on', 'Fwd: Ashford', `See below.\n\n> ${OTHER}\n> Seen at noon.`],
    [
      'sent on, by its words',
      null,
      `Please see what came in from Marsh today.\n\nBegin forwarded message:\n\n> ${OTHER}`,
    ],
    ['without words of its own', 'Re: Ashford', `Yes.\n\n> ${OTHER}`],
  ])('%s is what it quotes, without the marks', (_, subject, text) => {
    const { words, cut } = answerIn(text, subject);
    expect(words).toContain(`\n${OTHER}`);
    expect(words).not.toContain('>');
    expect(cut.filter(({ reason }) => reason === 'quoted mail')).toEqual([]);
  });

  const HEAD = [
    'From: Stringer <s@wire.example>',
    'Date: Wed, Mar 17, 2021 at 8:00 AM',
    'Subject: Marsh',
    'To: Desk <d@a.example>',
  ];
  test('sent on with its head tells who wrote it and when, and what was written above', () => {
    const mail = ['For the map.', '', '---------- Forwarded message ---------', ...HEAD, '', OTHER].join('\n');
    expect(answerIn(mail, 'Fwd: Marsh')).toEqual({
      words: `\n${OTHER}`,
      cut: [
        {
          text: ['---------- Forwarded message ---------', ...HEAD].join('\n'),
          reason: 'head of a mail that was sent on',
        },
      ],
      sent: { date: 'Wed, Mar 17, 2021 at 8:00 AM', from: 'Stringer', title: 'Marsh', note: 'For the map.' },
    });
  });

  test('that answers twice keeps what stands between', () => {
    const mail = ['> They said:', '', `> ${OTHER}`, '', OWN, '', '> And then:', '> Nothing.', 'We know no more.'].join(
      '\n',
    );
    expect(answerIn(mail, 'Re: x').words.trim().split(/\n+/)).toEqual([OWN, 'We know no more.']);
  });

  test('that tells of senders and subjects in its own words loses none of them', () => {
    const text = `${OWN}\n\nFrom: the front. Nobody moved.\n\nA > B was written on the wall: 3 men saw it.`;
    expect(answerIn(text, null)).toEqual({ words: text, cut: [], sent: null });
  });
});

describe('a mail in HTML', () => {
  const attr = '<div class="gmail_attr">On Wed, 17 Mar 2021, Desk wrote:<br></div>';
  test.each([
    ['Gmail', `<div class="gmail_quote">${attr}<blockquote class="gmail_quote"><p>${OTHER}</p></blockquote></div>`],
    ['Apple Mail', `<blockquote type="cite"><div>${OTHER}</div><blockquote type="cite">x</blockquote></blockquote>`],
    [
      'Thunderbird',
      `<div class="moz-cite-prefix">On 17/03/2021, Desk wrote:</div><blockquote type="cite">${OTHER}</blockquote>`,
    ],
    ['Outlook', `<div id="divRplyFwdMsg"><b>From:</b> Desk</div><div>${OTHER}</div>`],
  ])('of %s keeps its own words', (_, quote) => {
    const { words, cut } = answerInHtml(`<div>${OWN}<br></div>${quote}`, 'Re: Ashford');
    expect(words).toContain(OWN);
    expect(words).not.toContain('Marsh');
    expect(cut.map(({ reason }) => reason)).toEqual(cut.map(() => 'quoted mail'));
    expect(cut.map(({ text }) => text).join(' ')).toContain(OTHER);
  });

  test('that is sent on tells who wrote it and when', () => {
    const outlook = `<div id="divRplyFwdMsg"><b>From:</b> Stringer <span>&lt;<a>s@wire.example</a>&gt;</span><br><b>Sent:</b> Wednesday, March 17, 2021 8:00 AM<br><b>To:</b> Desk<br><b>Subject:</b> Marsh</div><p>${OTHER}</p>`;
    const { sent, words } = answerInHtml(outlook, 'FW: Marsh');
    expect(sent).toMatchObject({ date: 'Wednesday, March 17, 2021 8:00 AM', from: 'Stringer' });
    expect(words).toContain(OTHER);
  });

  test('that is sent on keeps what was sent; a quotation in the words stays', () => {
    const sent = `<div class="gmail_quote"><div>---------- Forwarded message ---------</div><p>${OTHER}</p></div>`;
    expect(answerInHtml(`<p>${OWN}</p>${sent}`, 'Ashford')).toMatchObject({ cut: [] });
    const quotation = `<p>${OWN}</p><blockquote><p>“We hold Eastry,” he said.</p></blockquote>`;
    expect(answerInHtml(quotation, null)).toEqual({ words: quotation, cut: [], sent: null });
  });
});
