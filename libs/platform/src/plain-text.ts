import { Matches, type ValidationOptions } from 'class-validator';

/**
 * Characters that no name, title or number of a paper holds: controls, zero width and direction marks, halves of a character, and what
 * stands for one that was lost. Emoji and rare hanzi are none of them.
 */
const PLAIN_TEXT = /^[^\p{Cc}\p{Cf}\p{Cs}\ufffd]*$/u;

/** A field of one line that shows all it holds: what cannot be seen could make two names look alike, or turn a line around. */
export const IsPlainText = (options?: ValidationOptions): PropertyDecorator => Matches(PLAIN_TEXT, options);

/** No text of ours holds them, of one line or of many: a NUL ends strings elsewhere, half a character is stored as another one. */
const UNSTORABLE = /[\0\p{Cs}]/u;

/** True for a text that every engine, file and bank gets as it came. */
export const isStorableText = (text: string): boolean => !UNSTORABLE.test(text);
