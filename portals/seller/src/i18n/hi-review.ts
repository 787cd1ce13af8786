export default {
  "Customers see the old until then. Prices and stock change at once.":
    "तब तक ग्राहक पुराना देखते हैं। कीमत और स्टॉक तुरंत बदलते हैं।",
  "Shown first": "पहले कौन दिखता है",
  "Take back": "वापस लें",
  "Taken back. The shop stays as it is.": "वापस लिया। दुकान वैसी ही रहेगी।",
  "Your edit came back. The shop still shows the old.": "आपका बदलाव लौट आया। दुकान अब भी पुराना दिखाती है।",
  "Your edit waits for the brand": "आपका बदलाव ब्रांड की प्रतीक्षा में है",
  "{place} of {sellers}": "{sellers} में से {place}",
  "For goods from abroad.": "विदेश के सामान के लिए।",
  "Give name and address; the law wants them shown.": "नाम और पता दें; कानून इन्हें दिखाना चाहता है।",
  "Importer, name and address": "आयातक, नाम और पता",
  "Manufacturer, name and address": "निर्माता, नाम और पता",
} as const;
