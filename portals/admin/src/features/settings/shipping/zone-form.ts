import { amountSchema, optionalAmountSchema } from "@kit/form/money-field";
import { toMinor, toTyped } from "@kit/format/rupees";
import { ApiError } from "@kit/http/error";
import { array, boolean, check, type GenericSchema, lazy, object, picklist, pipe, string } from "valibot";
import { t } from "@/i18n/t";
import type { Rates, Slot, Tariff, Zone } from "./tariff";

export interface StepValues {
  up_to: string;
  fee_minor: string;
}

export interface ZoneValues {
  name: string;
  prefixes: string;
  regions: string[];
  delivers: boolean;
  by: Rates["by"];
  steps: StepValues[];
  beyond: Rates["beyond"];
  beyond_minor: string;
  free_above_minor: string;
  cash: boolean;
}

export const EMPTY_STEP: StepValues = { up_to: "", fee_minor: "" };

const grams = () =>
  pipe(
    string(),
    check((typed) => /^\d{1,9}$/.test(typed.trim()), t("Write whole grams, such as 500.")),
  );

const fields = (upTo: GenericSchema<string, string>) =>
  object({
    name: string(),
    prefixes: string(),
    regions: array(string()),
    delivers: boolean(),
    by: picklist(["weight", "price"]),
    steps: array(object({ up_to: upTo, fee_minor: amountSchema() })),
    beyond: picklist(["fee", "per_kg"]),
    beyond_minor: amountSchema(),
    free_above_minor: optionalAmountSchema(),
    cash: boolean(),
  });

/** Names and places are checked by the server; numbers before they are sent. A place without delivery has none. */
export const zoneSchema = (): GenericSchema<ZoneValues, ZoneValues> =>
  lazy((typed) => {
    const { by, delivers } = typed as ZoneValues;
    if (delivers) return fields(by === "price" ? amountSchema() : grams());
    return object({
      ...fields(string()).entries,
      steps: array(object({ up_to: string(), fee_minor: string() })),
      beyond_minor: string(),
      free_above_minor: string(),
    });
  });

export function zoneValues(rates: Rates | Zone): ZoneValues {
  const size = (up_to: number) => (rates.by === "price" ? toTyped(up_to) : String(up_to));
  return {
    name: "name" in rates ? rates.name : "",
    prefixes: "prefixes" in rates ? rates.prefixes.join(", ") : "",
    regions: "regions" in rates ? rates.regions : [],
    delivers: rates.delivers,
    by: rates.by,
    steps: rates.steps.map(({ up_to, fee_minor }) => ({ up_to: size(up_to), fee_minor: toTyped(fee_minor) })),
    beyond: rates.beyond,
    beyond_minor: toTyped(rates.beyond_minor),
    free_above_minor: rates.free_above_minor === null ? "" : toTyped(rates.free_above_minor),
    cash: rates.cash,
  };
}

export const codesOf = (typed: string) => typed.split(/[\s,;]+/).filter(Boolean);

export function ratesOf(values: ZoneValues): Rates {
  const size = (typed: string) => (values.by === "price" ? (toMinor(typed) ?? 0) : Number(typed));
  const { delivers, cash } = values;
  const nothing = { steps: [], beyond: "fee", beyond_minor: 0, free_above_minor: null } as const;
  if (!delivers) return { delivers, by: values.by, cash: false, ...nothing, steps: [] };
  return {
    delivers,
    cash,
    by: values.by,
    steps: values.steps.map(({ up_to, fee_minor }) => ({ up_to: size(up_to), fee_minor: toMinor(fee_minor) ?? 0 })),
    beyond: values.by === "price" ? "fee" : values.beyond,
    beyond_minor: toMinor(values.beyond_minor) ?? 0,
    free_above_minor: values.free_above_minor === "" ? null : (toMinor(values.free_above_minor) ?? null),
  };
}

export const zoneOf = (values: ZoneValues): Zone => ({
  ...ratesOf(values),
  name: values.name,
  prefixes: codesOf(values.prefixes),
  regions: values.regions,
});

/** The zones and the rest as they would be with what was typed at one place. */
export function withTyped(tariff: Tariff, slot: Slot, values: ZoneValues): [Zone[], Rates | null] {
  const { zones, elsewhere, standing } = tariff;
  if (slot === "elsewhere") return [zones, ratesOf(values)];
  const next =
    slot === "new" ? [...zones, zoneOf(values)] : zones.map((one, at) => (at === slot ? zoneOf(values) : one));
  return [next, elsewhere ?? standing];
}

/** The server names faults by their place in the whole; this form shows one zone of it. */
export function ofThisZone(problem: unknown, slot: Slot, count: number): unknown {
  if (!(problem instanceof ApiError)) return problem;
  const start = slot === "elsewhere" ? "elsewhere." : `zones.${slot === "new" ? count : slot}.`;
  const mine = Object.entries(problem.details).filter(([name]) => name.startsWith(start));
  const details = Object.fromEntries(mine.map(([name, sentences]) => [name.slice(start.length), sentences]));
  const { status, code, message, requestId } = problem;
  return new ApiError({ status, code, message, details, requestId });
}
