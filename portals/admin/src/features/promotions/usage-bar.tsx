import { Bar } from "@kit/ui/bar";

interface UsageBarProps {
  label: string;
  used: number;
  most: number | null;
  text: string;
}

/** How much of a limit is used; without one only the figure. */
export function UsageBar({ label, used, most, text }: UsageBarProps) {
  return (
    <span className="block min-w-28">
      <span className="tnum block text-sm">{text}</span>
      {most !== null && <Bar label={label} value={used} most={most} />}
    </span>
  );
}
