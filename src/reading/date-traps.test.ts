// What looks like a date and is none: each sentence is read without any.
import { describe, expect, test } from 'vitest';
import { datesOf, readDates } from '../../test/read-dates.ts';

describe('a word that is a month or a weekday too', () => {
  test.each([
    'They may or may not come.',
    'May they hold the bridge?',
    'The column began its march on the capital.',
    'Protesters march for bread and water.',
    'The sun rose over the dam.',
    'The Sun reported heavy losses.',
    'He sat by the river and waited.',
    'She was second in command.',
    'They came second of all the teams.',
    'For a second nobody spoke.',
    'The second of the three bridges is gone.',
    'The first of the men fell.',
    'He read the Sunday Times.',
    'Colonel March spoke.',
    'Ms June Hale spoke.',
    'April Hale, a nurse, spoke.',
    'He will fall soon.',
    'The fall of the town came as a shock.',
    'The spring offensive began.',
    'In springs and wells there is no water.',
    'Mar Hale and Jan Hale spoke.',
    'The Mehr agency said so.',
    'Asad said he would stay.',
    'The hut burned.',
  ])('%s', (sentence) => expect(datesOf(sentence)).toEqual([]));
});

describe('a figure that is no day', () => {
  test.each([
    'They won 3-1 at home.',
    'The vote was 12 to 7.',
    'The vote was split 5/4.',
    'About 6.5 per cent of the posts fell.',
    'Prices rose by 5.12 percent.',
    'Call +49 30 2345 6789 for help.',
    'Call 555-12-34 now.',
    'They paid $12 million for it.',
    'It cost € 3 a litre.',
    'The 203rd Corps holds the road.',
    'The 3rd Brigade and the 10th Division fled.',
    'The 1st Battalion took the hill.',
    'Highway 1 and Highway 7 are cut.',
    'The A01 motorway is cut.',
    'See section 5.12 of the law.',
    'See article 7/6 of the treaty.',
    'See chapter 3, paragraph 4.',
    'Some 2,021 families fled.',
    'Some 2000 fighters came.',
    'They hold 21 of 34 posts.',
    '12 of the 15 men died.',
    'Between 20 and 30 men fled.',
    'The bridge is 2.5 kilometres long.',
    'An 82 mm mortar and a 7.62 mm gun were found.',
    'A man aged 25 was killed.',
    'The man, 31, was a teacher.',
    'The U.N. Resolution 1973/12 says so.',
    'Unit 8200 and Room 101.',
    'Flight 93 to the north.',
    'A ratio of 4:3 was kept.',
    'Version 2.1.3 is out.',
    'The ID is 133-03-03-2020.',
    'The code is 2015-1-32.',
    'On page 12 of the book.',
    'On the 10th floor of the tower.',
    'On 3/4 of the posts the flag is white.',
    'They rose up to twelve metres.',
    'One in ten men fled.',
    'Half of the men fled.',
    'The half a loaf they had was gone.',
  ])('%s', (sentence) => expect(datesOf(sentence)).toEqual([]));
});

describe('a time that is no day', () => {
  test.each([
    'A 24-hour curfew is in force.',
    'Curfew runs from 10:30 to 4:15.',
    'It began at 7.30 pm.',
    'The road was blocked for an hour.',
    'Nobody knows how the night will end.',
    'They fought day after day.',
    'They fight every day.',
    'They meet every Monday.',
    'They meet on Fridays.',
    'The plan is up to date.',
    'Good morning, friends.',
    'Their days are numbered.',
    'It was a good year for wheat.',
    'USA Today wrote about it.',
    'They fired 30 rounds in 20 minutes.',
    'The last man left.',
    'This time they held.',
    'The past is past.',
    'The next town is theirs.',
    'She gave them a minute.',
  ])('%s', (sentence) => expect(datesOf(sentence)).toEqual([]));
});

test('a sentence with a date keeps its other figures apart from it', () => {
  expect(readDates('The 203rd Corps lost 12 of 34 posts on Highway 1 on 5 June.')).toBe('2021-06-05 day');
});
