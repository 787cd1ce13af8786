import { useParams } from "@tanstack/react-router";

/** A named part of the address. A page without it is a mistake in the route table. */
export function useParam(name: string): string {
  const params = useParams({ strict: false }) as Record<string, string | undefined>;
  const value = params[name];
  if (value === undefined) throw new Error(`The address of this page has no ${name}`);
  return value;
}
