export default {
  "Seller portal": "विक्रेता पोर्टल",
  "Your orders, products and payouts.": "आपके ऑर्डर, उत्पाद और भुगतान।",
} as const;
