import { t } from "@kit/i18n/t";
import { told } from "@kit/i18n/told";

/** Why a fee is what it is, as the server wrote it down; the longer before those that they begin with. */
const SENTENCES = [
  "No commission rule fits this sale.",
  "No commission on shipping.",
  "The part came back.",
  "The part was cancelled.",
  "{rule} v{number}: {percent} % of {base} and {fixed} a piece, raised to the least fee, lowered to the cap = {fee}.",
  "{rule} v{number}: {percent} % of {base} and {fixed} a piece, raised to the least fee = {fee}.",
  "{rule} v{number}: {percent} % of {base} and {fixed} a piece, lowered to the cap = {fee}.",
  "{rule} v{number}: {percent} % of {base} and {fixed} a piece = {fee}.",
  "{rule} v{number}: {percent} % of {base}, raised to the least fee, lowered to the cap = {fee}.",
  "{rule} v{number}: {percent} % of {base}, raised to the least fee = {fee}.",
  "{rule} v{number}: {percent} % of {base}, lowered to the cap = {fee}.",
  "{rule} v{number}: {percent} % of {base} = {fee}.",
  "Return: {why}",
  "Claim: {why}",
  "Undelivered: {why}",
  "Dispute: {why}",
  "Goodwill: {why}",
  "Exchange: {why}",
  "Cancelled: {why}",
] as const;

/** What a rule is for, of this sale: its last sentence lists them. */
const REASONS = [
  "this seller",
  "tier {tier}",
  "this category",
  "this product",
  "{price} a piece",
  "cash on delivery",
  "paid in advance",
] as const;

const MARK = " For: ";

export function feeText(text: string): string {
  const end = text.lastIndexOf(MARK);
  const sum = text.slice(0, end);
  // A rule's own name may hold the mark; what stands before the list is a whole sum.
  if (end < 0 || !sum.includes(" = ") || !text.endsWith(".")) return sumText(text);
  const reasons = text.slice(end + MARK.length, -1).split(", ");
  const list = reasons.map((one) => told(one, t, REASONS)).join(", ");
  return `${sumText(sum)} ${t("For: {reasons}.", { reasons: list })}`;
}

const WITH_TAX = / with tax$/;

const sumText = (text: string) =>
  told(
    text,
    (sentence, gaps) => {
      if (!gaps?.base || !WITH_TAX.test(gaps.base)) return t(sentence, gaps);
      return t(sentence, { ...gaps, base: t("{amount} with tax", { amount: gaps.base.replace(WITH_TAX, "") }) });
    },
    SENTENCES,
  );

/** What a fee is of: the goods as they are called, or the delivery. */
export const feeTitle = (title: string) => (title === "Shipping" ? t("Shipping") : title);
