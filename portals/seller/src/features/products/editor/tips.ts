import type { Product } from "@/api/types";
import { t } from "@/i18n/t";

type Tip = Product["quality"]["tips"][number];
type Lack = Product["lacking"][number];

/** In the chosen language; a tip that is not known here keeps the server's words. */
export function tipText({ code, text }: Tip): string {
  const known: Record<string, string> = {
    title: t("Say in the name what it is, of what, and in which size."),
    description: t("Describe it in 150 letters or more: for whom it is, and how it is used."),
    specifications: t("Give 3 specifications or more, such as material and size: people filter by them."),
    tags: t("Give 3 tags that people would search by."),
    manufacturer: t("Name the manufacturer with their address."),
    picture: t("Add a picture: goods without one are hardly bought."),
    more_pictures: t("Show it from 3 sides or more; one picture in use, one of a detail."),
    sharp_picture: t("Let the first picture have 1,000 pixels on each side, so that it can be looked at closely."),
    alt: t("Say in words what each picture shows, for those who cannot see it."),
    weight: t("Give the packed weight of each variant: delivery is reckoned with it."),
    net_quantity: t("Give the net quantity of each variant, such as 1 piece or 100 ml."),
  };
  return known[code] ?? text;
}

const ATTRIBUTE = "attribute: ";

/** Where it is mended: of attributes each has a place of its own. */
export const placeOf = ({ name, field }: Lack) => (name.startsWith(ATTRIBUTE) ? name : field);
export const attributePlace = (name: string) => `${ATTRIBUTE}${name}`;

/** Sentences by place; a place can lack several things. */
export function lacksOf(product: Product): Record<string, string> {
  const found: Record<string, string> = {};
  for (const one of product.lacking) {
    const place = placeOf(one);
    found[place] = found[place] ? `${found[place]} ${lackText(one)}` : lackText(one);
  }
  return found;
}

export function lackText({ name, text }: Lack): string {
  if (name.startsWith(ATTRIBUTE)) return t("Say what its {name} is.", { name: name.slice(ATTRIBUTE.length) });
  const known: Record<string, string> = {
    category: t("Choose a category."),
    "country of origin": t("Name the country of origin; the law wants it shown."),
    "HSN code": t("Give the HSN code of every variant; the tax follows from it."),
    price: t("Give at least one variant a price."),
    "net quantity": t("Give the net quantity of every variant, such as “150 ml”; the law wants it shown."),
    "manufacturer or packer": t("Give name and address of the manufacturer or packer; the law wants them shown."),
    importer: t("Goods from abroad need name and address of the importer; the law wants them shown."),
    "month of manufacture or import": t("Goods of this category are dated: give the month of manufacture or import."),
  };
  return known[name] ?? text;
}
