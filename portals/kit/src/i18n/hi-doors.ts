/** Ways of signing in, in Hindi. */
export default {
  "Accounts with this e-mail address may not sign in here.": "इस ई-मेल पते वाले खाते यहाँ साइन इन नहीं कर सकते।",
  "Change password": "पासवर्ड बदलें",
  "Connect {name}": "{name} जोड़ें",
  "Connected accounts": "जुड़े हुए खाते",
  "Connected. It signs you in from now on.": "जुड़ गया। अब से इससे साइन इन होगा।",
  Disconnect: "हटाएँ",
  "Disconnect {name}": "{name} हटाएँ",
  Disconnected: "हटा दिया गया",
  "Every other device where you are signed in is signed out.": "बाकी सभी डिवाइस साइन आउट हो जाएँगे।",
  "For five minutes after you sign in with a code or your password, you can change how you sign in.":
    "कोड या पासवर्ड से साइन इन करने के बाद पाँच मिनट तक आप साइन इन का तरीका बदल सकते हैं।",
  "Forgotten? Sign in with a code and set a new one.": "भूल गए? कोड से साइन इन करें और नया पासवर्ड रखें।",
  "Get a code instead": "इसके बदले कोड लें",
  "It no longer signs you in. A code to your phone or e-mail still does.":
    "अब इससे साइन इन नहीं होगा। फ़ोन या ई-मेल पर आया कोड काम करता रहेगा।",
  "New password": "नया पासवर्ड",
  "None is connected yet.": "अभी कोई नहीं जुड़ा है।",
  Password: "पासवर्ड",
  "Remove password": "पासवर्ड हटाएँ",
  "Save password": "पासवर्ड सहेजें",
  "Set a password": "पासवर्ड रखें",
  "Sign in again": "फिर से साइन इन करें",
  "Sign in with {name}": "{name} से साइन इन करें",
  "The other side has not verified your e-mail address. Sign in with a code.":
    "उस ओर आपका ई-मेल पता सत्यापित नहीं है। कोड से साइन इन करें।",
  "The sign-in did not work. Try again, or sign in with a code.":
    "साइन इन नहीं हो सका। फिर कोशिश करें, या कोड से साइन इन करें।",
  "This account belongs to another person here.": "यह खाता यहाँ किसी और व्यक्ति का है।",
  "This sign-in took too long, or began in another browser. Try again.":
    "इस साइन इन में बहुत देर लगी, या यह दूसरे ब्राउज़र में शुरू हुआ था। फिर कोशिश करें।",
  "To change this, sign in again": "इसे बदलने के लिए फिर से साइन इन करें",
  "Use a password": "पासवर्ड से साइन इन करें",
  "Use at least 8 characters; a few words make a good password.": "कम से कम 8 अक्षर रखें; कुछ शब्द मिलकर अच्छा पासवर्ड बनाते हैं।",
  "Use at most 128 characters.": "अधिक से अधिक 128 अक्षर रखें।",
  "You are sent there to sign in": "साइन इन के लिए आपको वहाँ भेजा जा रहा है",
  "You have a password. Other devices sign out when you change it.":
    "आपका पासवर्ड है। बदलने पर बाकी डिवाइस साइन आउट हो जाते हैं।",
  "You have no access here. Ask the owner to invite this address.":
    "यहाँ आपकी पहुँच नहीं है। मालिक से इस पते को आमंत्रित करने को कहें।",
  "You have no password. You sign in with a code.": "आपका पासवर्ड नहीं है। आप कोड से साइन इन करते हैं।",
  "You sign in with a code from now on. Every other device is signed out.":
    "अब से आप कोड से साइन इन करेंगे। बाकी सभी डिवाइस साइन आउट हो जाएँगे।",
  "You stopped the sign-in there. Choose a way to go on.": "आपने वहाँ साइन इन रोक दिया। आगे बढ़ने का तरीका चुनें।",
  "Your password is removed": "आपका पासवर्ड हटा दिया गया",
  "Your password is saved": "आपका पासवर्ड सहेज लिया गया",
} as const;
