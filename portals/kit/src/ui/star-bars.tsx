/** How many gave how many stars. */
export function StarBars({ rows }: { rows: { stars: number; total: number; percent: number }[] }) {
  return (
    <dl className="flex flex-col gap-1 text-xs">
      {rows.map(({ stars, total, percent }) => (
        <div key={stars} className="grid grid-cols-[1.5rem_1fr_3rem] items-center gap-2">
          <dt className="tnum text-muted">{stars} ★</dt>
          <dd className="contents">
            <svg viewBox="0 0 100 6" preserveAspectRatio="none" className="h-1.5 w-full rounded-full" aria-hidden>
              <rect width="100" height="6" className="fill-line" />
              <rect width={percent} height="6" className="fill-warn" />
            </svg>
            <span className="tnum text-right text-muted">{total}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
