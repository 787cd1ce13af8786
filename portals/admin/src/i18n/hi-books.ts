export default {
  "explained a difference": "ने अंतर समझाया:",
  "found a difference again": "ने अंतर फिर पाया:",
  "found a difference with the payment provider": "ने भुगतान प्रदाता से अंतर पाया:",
  "found money that no order asked for": "ने बिना ऑर्डर की राशि पाई:",
  "found that a difference is gone": "ने पाया कि अंतर मिट गया:",
  "gave a difference to somebody": "ने अंतर किसी को सौंपा:",
  Reconciliation: "मिलान",
  "sent money back that no order asked for": "ने बिना ऑर्डर की राशि लौटाई:",
  "settled a difference": "ने अंतर निपटाया:",
  "took a report as a file": "ने रिपोर्ट फ़ाइल में ली:",
} as const;
