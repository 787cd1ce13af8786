/** What entries of the books are about. */
export default {
  "Given back for a return": "वापसी पर लौटाया",
  "Given back for a claim": "दावे पर लौटाया",
  "It came back undelivered": "बिना पहुँचे लौटा",
  "Given back for a dispute": "विवाद पर लौटाया",
  "Given back as a courtesy": "सद्भाव में लौटाया",
  "Difference of an exchange": "बदली का अंतर",
  "Cancelled before it was sent": "भेजने से पहले रद्द",
  "Taken by the customer's bank": "ग्राहक के बैंक ने लिया",
  "Given back by the customer's bank": "ग्राहक के बैंक ने लौटाया",
  "Dispute that the brand bears": "विवाद, राशि ब्रांड की",
  "Refund that a dispute stands for": "वापसी जो विवाद से हो गई",
  "Gift card issued": "उपहार कार्ड बना",
  "Back on the gift card": "उपहार कार्ड पर लौटा",
  "Gift card ended unspent": "उपहार कार्ड बिना खर्च ख़त्म",
  "Taken back: {what}": "वापस लिया: {what}",
  "Debt written off": "बकाया माफ़ किया गया",
} as const;
