/** Words of the platform's support in Hindi. */
export default {
  "E-mail address or phone number": "ई-मेल पता या फ़ोन नंबर",
  "The whole one, as the person signs in with it.": "पूरा, जिससे व्यक्ति साइन इन करता है।",
  Find: "ढूँढें",
  "The reset was called off.": "रीसेट रोक दिया गया।",
  "Everything is removed on {moment}": "{moment} को सब हट जाएगा",
  "Call it off": "रोकें",
  "The person was told at every address and can cancel it, too.":
    "व्यक्ति को हर पते पर बताया गया है और वह भी रद्द कर सकता है।",
  "Recovery codes left": "बचे रिकवरी कोड",
  "Remove all second factors": "सभी दूसरे चरण हटाएँ",
  "After two days apps, passkeys and recovery codes go, and the person is signed out everywhere. Until then they are told and can cancel it.":
    "दो दिन बाद ऐप, पासकी और रिकवरी कोड हट जाते हैं और व्यक्ति हर जगह से साइन आउट हो जाता है। तब तक उसे बताया जाता है और वह रद्द कर सकता है।",
  "Begin the wait": "प्रतीक्षा शुरू करें",
  "How you made sure that it is this person": "आपने कैसे पक्का किया कि यह वही व्यक्ति है",
  "The person is told.": "व्यक्ति को बता दिया गया।",
  People: "लोग",
  "For somebody who lost phone, passkeys and recovery codes, and can no longer sign in.":
    "उसके लिए जिसने फ़ोन, पासकी और रिकवरी कोड खो दिए और अब साइन इन नहीं कर सकता।",
} as const;
