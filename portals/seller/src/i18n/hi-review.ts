export default {
  "Go on with it": "इसी पर आगे लिखें",
  "Not in the shop yet": "अभी दुकान में नहीं",
  "Prices and stock change at once.": "दाम और स्टॉक तुरंत बदलते हैं।",
  "Saved; waits for the brand": "सहेजा; ब्रांड की प्रतीक्षा में",
  "These changes wait for the brand; the shop shows the old until then. Prices and stock change at once.":
    "ये बदलाव ब्रांड की प्रतीक्षा में हैं; तब तक दुकान पुराना दिखाती है। दाम और स्टॉक तुरंत बदलते हैं।",
  "This is in the shop. What you change waits for the brand; the shop shows the old until then.":
    "यह दुकान में है। आप जो बदलते हैं वह ब्रांड की प्रतीक्षा करता है; तब तक दुकान पुराना दिखाती है।",
  "What you had written": "आपने जो लिखा था",
  "Shown first": "पहले कौन दिखता है",
  "Take back": "वापस लें",
  "Taken back. The shop stays as it is.": "वापस लिया। दुकान वैसी ही रहेगी।",
  "Your edit came back. The shop still shows the old.": "आपका बदलाव लौट आया। दुकान अब भी पुराना दिखाती है।",
  "Your edit waits for the brand": "आपका बदलाव ब्रांड की प्रतीक्षा में है",
  "{place} of {sellers}": "{sellers} में से {place}",
  "For goods from abroad.": "विदेश के सामान के लिए।",
} as const;
