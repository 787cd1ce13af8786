type Speak<Word extends string> = (sentence: Word, gaps?: Record<string, string>) => string;

/**
 * What the server wrote down in English, in the chosen language. The first sentence that fits is taken, its {gaps} filled
 * with what stands there; words that fit none stay as they were written. A {number} has no space in it.
 */
export function told<Word extends string>(text: string, speak: Speak<Word>, known: readonly Word[]): string {
  for (const sentence of known) {
    const found = patternOf(sentence).exec(text);
    if (found) return speak(sentence, found.groups);
  }
  return text;
}

const patterns = new Map<string, RegExp>();

const gap = (_: string, name: string) => `(?<${name}>${name === "number" ? "\\S+" : ".+?"})`;

function patternOf(sentence: string): RegExp {
  const known = patterns.get(sentence);
  if (known) return known;
  const source = sentence.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{(\w+)\}/g, gap);
  const made = new RegExp(`^${source}$`, "s");
  patterns.set(sentence, made);
  return made;
}
