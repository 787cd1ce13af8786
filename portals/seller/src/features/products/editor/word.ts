/** A field of words: what stands in it, and what is said beside it. */
export type Word = (name: string) => {
  name: string;
  value: string;
  onChange: (value: string) => void;
  error?: string;
  lack?: string;
};
