/** Words of stock as the brand reads it. */
export default {
  "Each seller who offers it has a row here, with what lies where.":
    "जो विक्रेता इसे बेचता है उसकी यहाँ एक पंक्ति है, कहाँ क्या रखा है उसके साथ।",
  Bundle: "बंडल",
  Closed: "बंद",
  "Nobody offers it": "इसे कोई नहीं बेचता",
  "Not on sale": "बिक्री पर नहीं",
  "Numbered units": "नंबर वाले नग",
  "{count} piece can be bought now.": "अभी {count} नग खरीदा जा सकता है।",
  "{count} pieces can be bought now.": "अभी {count} नग खरीदे जा सकते हैं।",
  "{count} promised": "{count} वादा किए",
  "{count} to sell": "{count} बिकने योग्य",
} as const;
