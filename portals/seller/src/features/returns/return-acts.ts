import { http } from "@kit/http/client";

export const path = (number: string, act: string) => `seller/returns/${number}/${act}`;

export const approve = (number: string, key: string) => http.post(path(number, "approval"), {}, key);
export const refuse = (number: string, answer: string, key: string) =>
  http.post(path(number, "rejection"), { answer }, key);
export const pickUp = (number: string, key: string) => http.post(path(number, "pick-up"), {}, key);
export const sendReplacement = (number: string, parcel: { carrier: string; tracking_number: string }, key: string) =>
  http.post(path(number, "replacement"), parcel, key);
