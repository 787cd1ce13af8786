/** Words of second factors in Hindi. The English sentence is the key. */
export default {
  "Use a passkey": "पासकी इस्तेमाल करें",
  "Use a recovery code": "रिकवरी कोड इस्तेमाल करें",
  "Use the authenticator app": "ऑथेंटिकेटर ऐप इस्तेमाल करें",
  or: "या",
  "Code of your authenticator app": "आपके ऑथेंटिकेटर ऐप का कोड",
  "Open the app and type the six digits that it shows now. Each works once.":
    "ऐप खोलें और अभी दिख रहे छह अंक लिखें। हर कोड एक ही बार चलता है।",
  "Recovery code": "रिकवरी कोड",
  "One of the ten that you kept when you set this up. Each works once.":
    "सेट करते समय सँभाले गए दस में से एक। हर कोड एक ही बार चलता है।",
  "No passkey was used. Try again, or choose another way.": "कोई पासकी इस्तेमाल नहीं हुई। फिर कोशिश करें या दूसरा तरीका चुनें।",
  "Copied.": "कॉपी हो गया।",
  "Downloaded.": "डाउनलोड हो गया।",
  "Keep these recovery codes now": "ये रिकवरी कोड अभी सँभाल लें",
  "They are shown this once. Each lets you in one time when your phone or key is lost.":
    "ये बस इसी बार दिखते हैं। फ़ोन या कुंजी खो जाने पर हर कोड एक बार साइन इन कराता है।",
  "Recovery codes": "रिकवरी कोड",
  Copy: "कॉपी करें",
  Download: "डाउनलोड करें",
  "I have kept them": "मैंने सँभाल लिए",
  "Scan this with an authenticator app on your phone, such as Google Authenticator, 2FAS or Aegis.":
    "इसे अपने फ़ोन के ऑथेंटिकेटर ऐप से स्कैन करें, जैसे Google Authenticator, 2FAS या Aegis।",
  "Picture to scan with the app": "ऐप से स्कैन करने का चित्र",
  "No camera? Type this key into the app:": "कैमरा नहीं है? यह कुंजी ऐप में लिखें:",
  "Open in an app on this device": "इसी डिवाइस के ऐप में खोलें",
  "Code that the app shows": "ऐप में दिख रहा कोड",
  Confirm: "पुष्टि करें",
  "Choose another way": "दूसरा तरीका चुनें",
  "Set up an authenticator app": "ऑथेंटिकेटर ऐप सेट करें",
  "Make a passkey": "पासकी बनाएँ",
  "A passkey is kept by this device or its account: a fingerprint, a face or the screen lock opens it.":
    "पासकी इस डिवाइस या उसके खाते में रहती है: उँगली की छाप, चेहरा या स्क्रीन लॉक उसे खोलता है।",
  "Sign in with a passkey": "पासकी से साइन इन करें",
  "Set up a second step": "दूसरा चरण सेट करें",
  "People who work here confirm each sign-in with something that they have, not only with a code.":
    "यहाँ काम करने वाले हर साइन-इन की पुष्टि केवल कोड से नहीं, अपने पास की किसी चीज़ से करते हैं।",
  "Confirm that it is you": "पुष्टि करें कि यह आप हैं",
  "One more step, because a code alone is not enough here.": "एक और चरण, क्योंकि यहाँ केवल कोड काफ़ी नहीं है।",
  "Start again": "फिर से शुरू करें",
  "You used a recovery code": "आपने रिकवरी कोड इस्तेमाल किया",
  "{count} are left. If your phone or key is lost, set up a new one and remove the old one.":
    "{count} बचे हैं। फ़ोन या कुंजी खो गई हो तो नई सेट करें और पुरानी हटा दें।",
  "Set up a new device": "नया डिवाइस सेट करें",
  Later: "बाद में",
  "This moves money or power. Afterwards you are not asked again for five minutes.":
    "इससे पैसा या अधिकार बदलता है। इसके बाद पाँच मिनट तक फिर नहीं पूछा जाएगा।",
  "This needs a second step": "इसके लिए दूसरा चरण चाहिए",
  "Set up an authenticator app or a passkey first. It takes a minute, and then you can do this.":
    "पहले ऑथेंटिकेटर ऐप या पासकी सेट करें। एक मिनट लगता है, फिर आप यह कर सकेंगे।",
  "Open Security": "सुरक्षा खोलें",
  Security: "सुरक्षा",
  "What confirms that it is you, beside the code that is sent to your phone or e-mail.":
    "आपके फ़ोन या ई-मेल पर भेजे गए कोड के अलावा, जो पुष्टि करता है कि यह आप हैं।",
  "The removal was cancelled.": "हटाना रद्द हुआ।",
  "Support will remove all of this on {moment}": "सहायता दल {moment} को यह सब हटा देगा",
  "Cancel the removal": "हटाना रद्द करें",
  "If you did not ask for it, cancel it now.": "अगर आपने यह नहीं माँगा, तो अभी रद्द करें।",
  "Added {day}": "{day} को जोड़ा",
  "last used {day}": "पिछली बार {day} को इस्तेमाल",
  "Remove “{name}”?": "“{name}” हटाएँ?",
  "It can no longer confirm that it is you. We tell you by e-mail and SMS.":
    "यह अब पुष्टि नहीं कर सकेगा कि यह आप हैं। हम आपको ई-मेल और SMS से बताते हैं।",
  Remove: "हटाएँ",
  "Removed.": "हटा दिया।",
  "Authenticator apps": "ऑथेंटिकेटर ऐप",
  "Add an app": "ऐप जोड़ें",
  "An app on your phone that shows a new code every half minute. It works without network.":
    "फ़ोन का एक ऐप जो हर आधे मिनट में नया कोड दिखाता है। बिना नेटवर्क के चलता है।",
  "The app was added.": "ऐप जुड़ गया।",
  "Add an authenticator app": "ऑथेंटिकेटर ऐप जोड़ें",
  "The passkey was added.": "पासकी जुड़ गई।",
  Passkeys: "पासकी",
  "A fingerprint, a face or the screen lock of this device signs you in, without any code.":
    "इस डिवाइस की उँगली की छाप, चेहरा या स्क्रीन लॉक बिना कोड के साइन इन कराता है।",
  Rename: "नाम बदलें",
  "This browser knows no passkeys.": "यह ब्राउज़र पासकी नहीं जानता।",
  "Name of the passkey": "पासकी का नाम",
  Name: "नाम",
  Save: "सहेजें",
  "Saved.": "सहेज लिया।",
  "New recovery codes were made.": "नए रिकवरी कोड बन गए।",
  "{count} left": "{count} बचे",
  "For the day on which your phone or key is lost. New codes end the old ones.":
    "उस दिन के लिए जब फ़ोन या कुंजी खो जाए। नए कोड पुराने कोड बंद कर देते हैं।",
  "Make new recovery codes": "नए रिकवरी कोड बनाएँ",
} as const;
