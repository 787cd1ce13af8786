/** How much of a limit is used; without one only the figure. */
export function UsageBar({
  label,
  used,
  most,
  text,
}: {
  label: string;
  used: number;
  most: number | null;
  text: string;
}) {
  return (
    <span className="block min-w-28">
      <span className="tnum block text-sm">{text}</span>
      {most !== null && (
        <progress
          aria-label={label}
          value={Math.min(used, most)}
          max={most}
          className="h-1.5 w-full accent-(--accent)"
        />
      )}
    </span>
  );
}
