import { useSyncExternalStore } from "react";

export type Language = "en" | "hi";
export const LANGUAGES: { code: Language; name: string; short: string }[] = [
  { code: "en", name: "English", short: "En" },
  { code: "hi", name: "हिन्दी", short: "अ" },
];

type Words = Record<string, string>;
type Loader = () => Promise<{ default: Words }>;

const STORED = "haat.language";
const loaders: Loader[] = [];
const listeners = new Set<() => void>();
let current: Language = "en";
let words: Words = {};

/** A portal adds its own words to the kit's; both are fetched only when a person chooses the language. */
export function addHindi(loader: Loader) {
  loaders.push(loader);
}

export async function setLanguage(language: Language) {
  words = language === "hi" ? await load() : {};
  current = language;
  document.documentElement.lang = language;
  localStorage.setItem(STORED, language);
  for (const listener of listeners) listener();
}

async function load(): Promise<Words> {
  const parts = await Promise.all(loaders.map((loader) => loader()));
  return Object.assign({}, ...parts.map((part) => part.default));
}

/** The language chosen on an earlier visit; English otherwise. */
export async function restoreLanguage() {
  if (localStorage.getItem(STORED) === "hi") await setLanguage("hi");
}

export function useLanguage(): Language {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

export function locale(): string {
  return current === "hi" ? "hi-IN" : "en-IN";
}

/** The sentence in the chosen language with its `{gaps}` filled; English is the key and the fallback. */
export function translate(sentence: string, gaps: Record<string, string | number> = {}): string {
  const text = words[sentence] ?? sentence;
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => String(gaps[name] ?? gap));
}
