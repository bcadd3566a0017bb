/**
 * Letters that may be taken for others: `lоss` with a Cyrillic о is not `loss`. They are told by what Unicode says of each
 * letter (its script, what it decomposes into, whether its script has capitals), not by a list of pairs: see the
 * mixed-script identifiers of UTS #39.
 */

/** A word as programs and formulas have them, with its accents. */
const WORDS = /[\p{L}\p{M}\p{N}_$]+/gu;
const ASCII = /^[\w$]*$/;
const LATIN = /\p{Script=Latin}/u;
const GREEK = /\p{Script=Greek}/u;

/** Greek letters beside Latin ones are mathematics, `dθ` and `Δw`, but for those that have the shape of a Latin one. */
const GREEK_IN_LATIN_SHAPE = /[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονϲϳ]/u;

/** Letters and letter-like numbers of a script, without the raised ones (`\p{Lm}`), which look like no other letter. */
const LETTER = /[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{Nl}]/u;

/** Scripts with capitals and small letters are Latin's relatives: Cyrillic, Armenian, Cherokee, Coptic and some more. */
const CASED = /[\p{Lu}\p{Ll}\p{Lt}]/u;

/** Latin letters up to here are those of written languages; beyond stand signs of phonetics, such as ɑ. */
const LAST_ORDINARY = '\u024f';

/** A Latin letter in disguise: `ⅼ`, a numeral, and `ｌ` are compatible with l; `ɑ` is no letter a with an accent. */
function isDisguised(letter: string): boolean {
  const plain = letter.normalize('NFKC');
  if (plain !== letter.normalize('NFC')) return /[a-z]/i.test(plain);
  return LATIN.test(letter) && letter > LAST_ORDINARY && !/^[a-z]/i.test(letter.normalize('NFD'));
}

/** Words of one or two letters are variables, and nothing in them tells x from a Cyrillic х. */
const SHORT = 2;

export interface LookAlike {
  /** Where it stands in the text. */
  readonly at: number;
  readonly letter: string;
}

/**
 * The letters of a text that may be taken for others: those of other scripts in a word with Latin letters, Latin ones in
 * disguise, and words of a script that is Latin's relative: in names the short ones, in a program all that are no prose.
 *
 * @param isCode of a program: whether the word at a place is neither in a comment nor in a string
 * @example
 * lookAlikes('lоss'); // [{ at: 1, letter: 'о' }], the Cyrillic one
 */
export function lookAlikes(text: string, isCode?: (at: number) => boolean): LookAlike[] {
  const found: LookAlike[] = [];
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    if (ASCII.test(word)) continue;
    const letters = [...word];
    const mixed = LATIN.test(word);
    const strict = isCode?.(index) ?? letters.filter((letter) => LETTER.test(letter)).length <= SHORT;
    let at = index;
    for (const letter of letters) {
      if (isOdd(letter, mixed, strict)) found.push({ at, letter });
      at += letter.length;
    }
  }
  return found;
}

function isOdd(letter: string, mixed: boolean, strict: boolean): boolean {
  if (ASCII.test(letter) || !LETTER.test(letter)) return false;
  if (isDisguised(letter)) return true;
  // `µ` has a character of its own, but is the Greek letter
  const plain = letter.normalize('NFKC');
  if (LATIN.test(plain)) return false;
  if (GREEK.test(plain)) return (mixed || strict) && GREEK_IN_LATIN_SHAPE.test(plain);
  return mixed || (strict && CASED.test(plain));
}
