import { expect, test } from "vitest";
import { told } from "./told";

const HINDI: Record<string, string> = {
  Packed: "पैक हुआ",
  "Cancelled: {goods}; {amount} given back: {why}": "रद्द: {goods}; {amount} लौटाए: {why}",
  "Cancelled: {why}": "रद्द: {why}",
  "{number} was refused: {why}": "{number} मना की गई: {why}",
  "{number} arrived and was refused: {why}": "{number} पहुँची और मना की गई: {why}",
  "{amount} given back: {why}": "{amount} लौटाए: {why}",
};
const speak = (sentence: string, gaps: Record<string, string> = {}) =>
  (HINDI[sentence] ?? sentence).replace(/\{(\w+)\}/g, (_, name: string) => gaps[name] ?? "");
const say = (text: string) => told(text, speak, Object.keys(HINDI));

test("what was written down in English is said in the reader's language, with what somebody typed left alone", () => {
  expect(say("Packed")).toBe("पैक हुआ");
  expect(say("Cancelled: 2 × Bowl (blue); ₹1,298.00 given back: Too late: sorry")).toBe(
    "रद्द: 2 × Bowl (blue); ₹1,298.00 लौटाए: Too late: sorry",
  );
  expect(say("Cancelled: too late")).toBe("रद्द: too late");
});

test("a sentence that is not known stays as it is, and is not taken for a longer one's beginning", () => {
  expect(say("Packed again")).toBe("Packed again");
});

test("a number ends at its space, so that a longer sentence is not half read as a shorter one", () => {
  expect(say("HAAT-26-000001-A-R1 arrived and was refused: worn")).toBe("HAAT-26-000001-A-R1 पहुँची और मना की गई: worn");
  expect(say("HAAT-26-000001-A-R1 was refused: ₹20.00 given back: enough")).toBe(
    "HAAT-26-000001-A-R1 मना की गई: ₹20.00 given back: enough",
  );
  expect(say("₹20.00 given back: HAAT-26-000001-A-R1: the other variant costs less")).toBe(
    "₹20.00 लौटाए: HAAT-26-000001-A-R1: the other variant costs less",
  );
});
