import { locale } from "@kit/i18n/language";

const CODES =
  "IN AE AU BD BE BR CA CH CN CZ DE DK ES FR GB GR HK ID IE IL IT JP KR LK MX MY NL NO NP NZ PH PK PL PT RO RU SA SE SG TH TR TW UA US VN ZA";

/** Countries that goods come from, with their names in the chosen language; India first. */
export function countryOptions() {
  const names = new Intl.DisplayNames([locale()], { type: "region" });
  return CODES.split(" ").map((value) => ({ value, label: names.of(value) ?? value }));
}
