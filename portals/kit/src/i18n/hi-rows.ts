/** What is said of the rows of a file. */
export default {
  "A SKU has at most {most} characters; this one has {count}.": "SKU में ज़्यादा से ज़्यादा {most} अक्षर होते हैं; इसमें {count} हैं।",
  "A price must be above zero and below one crore.": "मूल्य शून्य से ऊपर और एक करोड़ से कम होना चाहिए।",
  "Another seller wrote this product: only price and stock are taken from this row.":
    "यह उत्पाद किसी दूसरे विक्रेता ने लिखा है: इस पंक्ति से केवल मूल्य और स्टॉक लिए जाते हैं।",
  "At most 60 days.": "ज़्यादा से ज़्यादा 60 दिन।",
  "Give the price beside the MRP.": "MRP के साथ मूल्य भी दें।",
  "It has no count of its own, so nothing was counted.": "इसकी अपनी गिनती नहीं होती, इसलिए कुछ नहीं गिना गया।",
  "It is {status} by now and no draft any more; change it by hand.": "यह अब {status} है और मसौदा नहीं रहा; इसे हाथ से बदलें।",
  "It was archived and is a draft again.": "यह संग्रह में था और अब फिर से मसौदा है।",
  "Not reached yet.": "अभी यहाँ तक नहीं पहुँचे।",
  "Only a picture: pictures are not fetched from addresses.": "केवल एक तस्वीर: तस्वीरें पतों से नहीं ली जातीं।",
  "Pictures are not fetched from addresses; add them on the product’s page.":
    "तस्वीरें पतों से नहीं ली जातीं; उन्हें उत्पाद के पृष्ठ पर जोड़ें।",
  "Taken back.": "वापस लिया गया।",
  "The MRP may not be below the price.": "MRP मूल्य से कम नहीं हो सकता।",
  "The SKU “{sku}” belongs to another product, “{title}”.": "SKU “{sku}” किसी दूसरे उत्पाद “{title}” का है।",
  "The SKU “{sku}” came before in line {line}. Keep one of the two rows.":
    "SKU “{sku}” पहले लाइन {line} में आ चुका है। दोनों में से एक पंक्ति रखें।",
  "The SKU “{sku}” is used by another product already. Choose another.":
    "SKU “{sku}” पहले से किसी दूसरे उत्पाद में है। दूसरा चुनें।",
  "The price would be above the MRP that is there. Give the MRP too.": "मूल्य मौजूदा MRP से ऊपर हो जाएगा। MRP भी दें।",
  "The stock was counted or sold since.": "स्टॉक इसके बाद गिना या बेचा गया।",
  "The {part} is not there any more.": "{part} अब नहीं है।",
  "The {part}’s {field} was changed since.": "{part} में “{field}” इसके बाद बदला गया।",
  "There are cells to the right of the last named column. Name the column, or empty them.":
    "आख़िरी नाम वाले कॉलम के दाएँ भी सेल भरे हैं। कॉलम को नाम दें या उन्हें खाली करें।",
  "There are signs in this cell that no text can hold. Write it again.":
    "इस सेल में ऐसे चिह्न हैं जो लिखे नहीं जा सकते। इसे फिर से लिखें।",
  "There is a NUL byte in this cell. Write it again.": "इस सेल में NUL बाइट है। इसे फिर से लिखें।",
  "There is no active seller “{name}”.": "“{name}” नाम का कोई सक्रिय विक्रेता नहीं है।",
  "There is no category “{name}”. Say on the mapping which of yours it is.":
    "“{name}” नाम की कोई श्रेणी नहीं है। कॉलम तय करते समय बताएँ कि वह आपकी कौन-सी श्रेणी है।",
  "This cell has {count} characters; at most {most} are read.":
    "इस सेल में {count} अक्षर हैं; ज़्यादा से ज़्यादा {most} पढ़े जाते हैं।",
  "This cell holds an error of the spreadsheet ({value}). Write the value itself.":
    "इस सेल में स्प्रेडशीट की त्रुटि ({value}) है। मान ख़ुद लिखें।",
  "This has {count} characters; at most {most} are kept. Shorten it.":
    "इसमें {count} अक्षर हैं; ज़्यादा से ज़्यादा {most} रखे जाते हैं। इसे छोटा करें।",
  "This is a formula. Formulas are not worked out here: paste its value instead.":
    "यह एक सूत्र है। यहाँ सूत्र नहीं निकाले जाते: उसकी जगह मान चिपकाएँ।",
  "This product is new here and has no title. Give it one.": "यह उत्पाद यहाँ नया है और इसका शीर्षक नहीं है। शीर्षक दें।",
  "This row has no SKU. Give each variant one of its own.": "इस पंक्ति में SKU नहीं है। हर वेरिएंट को उसका अपना SKU दें।",
  "This row has {count} cells, the header has {width}. Put cells with a comma or line break in quotes.":
    "इस पंक्ति में {count} सेल हैं, शीर्षक में {width}। जिन सेल में अल्पविराम या नई पंक्ति है, उन्हें उद्धरण चिह्नों में रखें।",
  "This row stays as it is.": "यह पंक्ति जैसी है वैसी ही रहती है।",
  "Whose is this? Name the seller in a column, or choose one for the whole file.":
    "यह किसका है? किसी कॉलम में विक्रेता का नाम दें, या पूरी फ़ाइल के लिए एक चुनें।",
  "Without a price there is no offer, so nothing was counted.": "मूल्य के बिना पेशकश नहीं बनती, इसलिए कुछ नहीं गिना गया।",
  "Write specifications as name=value, with | between them.": "विशेषताएँ name=value के रूप में लिखें, बीच में | लगाएँ।",
  "{count} units are held for orders, so there cannot be fewer.":
    "{count} नग ऑर्डर के लिए रखे हैं, इसलिए इससे कम नहीं हो सकते।",
  "{count} units are held for orders.": "{count} नग ऑर्डर के लिए रखे हैं।",
  "“{cell}” has a comma before its last digits. Write it with a point, such as 1299.00.":
    "“{cell}” के आख़िरी अंकों से पहले अल्पविराम है। बिंदु के साथ लिखें, जैसे 1299.00।",
  "“{cell}” has parts smaller than a paisa. Round it to two places.":
    "“{cell}” में एक पैसे से छोटे हिस्से हैं। दो स्थानों तक पूरा करें।",
  "“{cell}” is above one crore, the most that a price may be.": "“{cell}” एक करोड़ से ऊपर है, इससे ज़्यादा मूल्य नहीं हो सकता।",
  "“{cell}” is more than {most}.": "“{cell}” {most} से ज़्यादा है।",
  "“{cell}” is no HSN code: it has 4, 6 or 8 digits. Did the sheet drop a zero in front?":
    "“{cell}” HSN कोड नहीं है: उसमें 4, 6 या 8 अंक होते हैं। क्या शीट ने आगे का शून्य हटा दिया?",
  "“{cell}” is no barcode: it has 8 to 14 digits. Set the column to text if it shows 8.9E+12.":
    "“{cell}” बारकोड नहीं है: उसमें 8 से 14 अंक होते हैं। 8.9E+12 दिखे तो कॉलम को टेक्स्ट कर दें।",
  "“{cell}” is no country that is known here. Write its two letters, such as IN.":
    "“{cell}” यहाँ जाना-पहचाना देश नहीं है। उसके दो अक्षर लिखें, जैसे IN।",
  "“{cell}” is not a price. Write it as 1299.00.": "“{cell}” मूल्य नहीं है। इसे 1299.00 की तरह लिखें।",
  "“{cell}” is not a weight in kilograms, such as 0.75.": "“{cell}” किलोग्राम में वज़न नहीं है, जैसे 0.75।",
  "“{cell}” is not a whole number from 0 up.": "“{cell}” शून्य या उससे ऊपर की पूरी संख्या नहीं है।",
  "“{cell}” is not above zero.": "“{cell}” शून्य से ऊपर नहीं है।",
  "“{cell}” is not one of {words}.": "“{cell}” इनमें से नहीं है: {words}।",
  "“{name}” is not your shop. Leave this column out.": "“{name}” आपकी दुकान नहीं है। यह कॉलम छोड़ दें।",
  "“{title}” is {status} by now. Take it out of the shop by hand.": "“{title}” अब {status} है। उसे हाथ से दुकान से हटाएँ।",
  "“{title}” is {status}: the brand must agree to other words and new variants. Leave the columns that describe it empty to change price and stock alone.":
    "“{title}” {status} है: दूसरे शब्दों और नए वेरिएंट के लिए ब्रांड की सहमति चाहिए। केवल मूल्य और स्टॉक बदलने के लिए विवरण वाले कॉलम खाली छोड़ दें।",
  active: "सक्रिय",
  archived: "संग्रह में",
  draft: "मसौदा",
  "handling days": "तैयारी के दिन",
  offer: "पेशकश",
  "on hand": "मौजूद",
  product: "उत्पाद",
  proposed: "प्रस्तावित",
  published: "प्रकाशित",
  rejected: "लौटाया गया",
  variant: "वेरिएंट",
};
