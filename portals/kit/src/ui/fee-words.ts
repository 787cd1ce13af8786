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

export const feeText = (text: string) => told(text, t, SENTENCES);

/** What a fee is of: the goods as they are called, or the delivery. */
export const feeTitle = (title: string) => (title === "Shipping" ? t("Shipping") : title);
