/** How an order is paid, and why a fee is what it is. */
export default {
  "Gift card": "उपहार कार्ड",
  "Nothing to pay": "कुछ नहीं देना",
  "Paid on delivery": "डिलीवरी पर चुकाया",
  "Partly paid on delivery": "कुछ हिस्सा डिलीवरी पर चुकाया",
  "To pay on delivery": "डिलीवरी पर देना है",
  "Waiting for payment": "भुगतान की प्रतीक्षा",
  "No commission rule fits this sale.": "इस बिक्री पर कमीशन का कोई नियम लागू नहीं।",
  "No commission on shipping.": "डिलीवरी पर कमीशन नहीं।",
  Shipping: "डिलीवरी",
  "The part came back.": "पार्सल वापस आया।",
  "The part was cancelled.": "पार्सल रद्द हुआ।",
  "{rule} v{number}: {percent} % of {base} and {fixed} a piece, raised to the least fee, lowered to the cap = {fee}.":
    "{rule} v{number}: {base} का {percent} % और हर नग पर {fixed}, न्यूनतम शुल्क तक बढ़ाकर, अधिकतम सीमा तक घटाकर = {fee}।",
  "{rule} v{number}: {percent} % of {base} and {fixed} a piece, raised to the least fee = {fee}.":
    "{rule} v{number}: {base} का {percent} % और हर नग पर {fixed}, न्यूनतम शुल्क तक बढ़ाकर = {fee}।",
  "{rule} v{number}: {percent} % of {base} and {fixed} a piece, lowered to the cap = {fee}.":
    "{rule} v{number}: {base} का {percent} % और हर नग पर {fixed}, अधिकतम सीमा तक घटाकर = {fee}।",
  "{rule} v{number}: {percent} % of {base} and {fixed} a piece = {fee}.":
    "{rule} v{number}: {base} का {percent} % और हर नग पर {fixed} = {fee}।",
  "{rule} v{number}: {percent} % of {base}, raised to the least fee, lowered to the cap = {fee}.":
    "{rule} v{number}: {base} का {percent} %, न्यूनतम शुल्क तक बढ़ाकर, अधिकतम सीमा तक घटाकर = {fee}।",
  "{rule} v{number}: {percent} % of {base}, raised to the least fee = {fee}.":
    "{rule} v{number}: {base} का {percent} %, न्यूनतम शुल्क तक बढ़ाकर = {fee}।",
  "{rule} v{number}: {percent} % of {base}, lowered to the cap = {fee}.":
    "{rule} v{number}: {base} का {percent} %, अधिकतम सीमा तक घटाकर = {fee}।",
  "{rule} v{number}: {percent} % of {base} = {fee}.": "{rule} v{number}: {base} का {percent} % = {fee}।",
  "{amount} with tax": "कर सहित {amount}",
  "For: {reasons}.": "इस पर लागू: {reasons}।",
  "this seller": "यह विक्रेता",
  "tier {tier}": "स्तर {tier}",
  "this category": "यह श्रेणी",
  "this product": "यह उत्पाद",
  "{price} a piece": "{price} प्रति नग",
  "cash on delivery": "डिलीवरी पर नकद",
  "paid in advance": "पहले से भुगतान",
  "Return: {why}": "वापसी: {why}",
  "Claim: {why}": "दावा: {why}",
  "Undelivered: {why}": "नहीं पहुँचा: {why}",
  "Dispute: {why}": "विवाद: {why}",
  "Goodwill: {why}": "सद्भाव: {why}",
  "Exchange: {why}": "बदली: {why}",
};
