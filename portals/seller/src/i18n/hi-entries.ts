/** What entries of the books are about. */
export default {
  "Given back for a return": "वापसी पर लौटाया",
  "Given back for a claim": "दावे पर लौटाया",
  "It came back undelivered": "बिना पहुँचे लौटा",
  "Given back for a dispute": "विवाद पर लौटाया",
  "Given back as a courtesy": "सद्भाव में लौटाया",
  "Difference of an exchange": "बदली का अंतर",
  "Cancelled before it was sent": "भेजने से पहले रद्द",
  "Commission and TCS given back": "कमीशन और टीसीएस लौटाया",
  "Taken back: {what}": "वापस लिया: {what}",
  "Debt written off": "बकाया माफ़ किया गया",
} as const;
