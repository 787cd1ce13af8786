import { Image } from "lucide-react";

/** A small picture beside its title, so it needs no words of its own. */
export function Thumb({ src }: { src: string | null | undefined }) {
  if (!src) {
    return (
      <span aria-hidden className="grid size-12 shrink-0 place-items-center rounded-lg bg-sunken text-faint">
        <Image size={18} strokeWidth={1.5} />
      </span>
    );
  }
  return (
    <img
      src={src}
      alt=""
      loading="lazy"
      className="size-12 shrink-0 rounded-lg border border-line bg-sunken object-cover"
    />
  );
}
