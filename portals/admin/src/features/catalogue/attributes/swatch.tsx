/** A colour as a dot; an attribute of the drawing, because the page allows no inline styles. */
export const Swatch = ({ colour }: { colour: string }) => (
  <svg viewBox="0 0 20 20" className="size-4 shrink-0 rounded-full border border-line-strong" aria-hidden="true">
    <circle cx="10" cy="10" r="10" fill={colour} />
  </svg>
);
