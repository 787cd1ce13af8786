/** Somebody who works at several places of one portal says which, in a header; the server checks that it is theirs. */
const STORED = "haat.place";
export const PLACE_HEADER = "X-Haat-Shop";

export const chosenPlace = () => localStorage.getItem(STORED);

export function choosePlace(id: string | null) {
  if (id) localStorage.setItem(STORED, id);
  else localStorage.removeItem(STORED);
}
