import { describe, expect, test } from 'vitest';
import { detectLanguage } from './detect-language.ts';

describe('the language of a text', () => {
  test.each([
    [
      'en',
      'The Red League said on Wednesday that it had taken the town of Ashford, and the Council denied it with anger.',
    ],
    [
      'en',
      'Red League fighters seized the town of Ashford in Northmark overnight, two local officials said, and left.',
    ],
    [
      'fr',
      'La Ligue a dit mercredi que la ville est dans ses mains et que les gardes du Conseil sont partis pour la vallée.',
    ],
    [
      'de',
      'Der Bund hat am Mittwoch gesagt, dass die Stadt von den Wachen des Rates verlassen ist und nicht mehr brennt.',
    ],
    [
      'es',
      'La Liga dijo el miércoles que la ciudad está en sus manos y que los guardias del Consejo se fueron al valle.',
    ],
    [
      'pt',
      'A Liga disse na quarta-feira que a cidade está nas suas mãos e que os guardas do Conselho foram para o vale.',
    ],
    [
      'nl',
      'De Liga zei woensdag dat de stad in haar handen is en dat de wachters van de Raad naar het dal zijn gegaan.',
    ],
    [
      'tr',
      'Birlik çarşamba günü kentin kendi elinde olduğunu ve Konsey muhafızlarının vadiye çekildiğini açıkladı, dedi.',
    ],
    ['ru', 'Лига заявила в среду, что город Эшфорд перешёл под её контроль, а Совет это опроверг.'],
    ['uk', 'Ліга заявила в середу, що місто Ешфорд перейшло під її контроль, а Рада це спростувала.'],
    ['fa', 'اتحادیه روز چهارشنبه گفت که شهر را گرفته است و شورا این خبر را رد کرد و گفت پل در دست ماست.'],
    ['ps', 'شورا د یکشنبې په ورځ وویل چې ساتونکو ټوله شپه ژرنده په لاس کې وساتله او هیڅوک له پله نه دي تېر شوي.'],
    ['ar', 'قال المجلس يوم الأحد إن الحراس احتفظوا بالمطحنة طوال الليل ولم يعبر أحد الجسر إلى المدينة.'],
    ['ur', 'کونسل نے اتوار کو کہا کہ محافظوں نے رات بھر چکی پر قبضہ رکھا اور کوئی بھی پل کے پار نہیں آیا۔'],
    ['zh', '议会周日表示，卫兵整夜守住了磨坊，没有人过桥，城镇平静。'],
  ])('%s', (language, text) => expect(detectLanguage(text)).toBe(language));

  test('English stays English with words of another script in it', () =>
    expect(
      detectLanguage(
        'The Council (“شورا”) said on Sunday that the guards of Ashford had held the mill through the night.',
      ),
    ).toBe('en'));

  test.each([
    ['a short line', 'Ashford falls'],
    ['a short line of another language', 'Ашфорд пал'],
    ['a list of names', 'Ashford Coldwell Eastry Fernhill Midvale Northmark Southlea Oake Hale Crane Miller Weir Salt'],
    ['numbers', '12, 14 and 16; 23:10, 2021'],
    ['nothing', ''],
  ])('is not guessed from %s', (_, text) => expect(detectLanguage(text)).toBeNull());
});
