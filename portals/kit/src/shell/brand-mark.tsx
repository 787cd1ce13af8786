/** The tenant's name with its colour, so that nobody acts in the wrong house. */
export function BrandMark({ name, place }: { name: string; place: string }) {
  return (
    <div className="flex min-w-0 items-center gap-2.5">
      <span
        aria-hidden
        className="grid size-8 shrink-0 place-items-center rounded-lg bg-brand font-semibold text-on-brand text-sm"
      >
        {name.slice(0, 1).toUpperCase()}
      </span>
      <span className="min-w-0 leading-tight">
        <span className="block truncate font-semibold text-sm">{name}</span>
        <span className="block truncate text-muted text-xs">{place}</span>
      </span>
    </div>
  );
}
