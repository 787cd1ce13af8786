export default {
  "Customers see the old until then. Prices and stock change at once.":
    "तब तक ग्राहक पुराना देखते हैं। कीमत और स्टॉक तुरंत बदलते हैं।",
  "Shown first": "पहले कौन दिखता है",
  "Take back": "वापस लें",
  "Taken back. The shop stays as it is.": "वापस लिया। दुकान वैसी ही रहेगी।",
  "Your edit came back. The shop still shows the old.": "आपका बदलाव लौट आया। दुकान अब भी पुराना दिखाती है।",
  "Your edit waits for the brand": "आपका बदलाव ब्रांड की प्रतीक्षा में है",
  "{place} of {sellers}": "{sellers} में से {place}",
} as const;
