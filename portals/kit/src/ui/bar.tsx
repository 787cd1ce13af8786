/** How much of a limit is used. */
export function Bar({ label, value, most }: { label: string; value: number; most: number }) {
  const percent = most > 0 ? Math.min(100, (value / most) * 100) : 0;
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuenow={Math.round(percent)}
      aria-valuemin={0}
      aria-valuemax={100}
      className="mt-1 block h-1.5 overflow-hidden rounded-full bg-sunken"
    >
      <span className="block h-full rounded-full bg-accent" style={{ width: `${percent}%` }} />
    </span>
  );
}
