/**
 * The token of a borrowed view. It is kept for this window alone, read-only and dead after 15 minutes;
 * a person's own sign-in is never kept like that.
 */
const STORED = "haat.view";
export const VIEW_PATH = "/view-as";

export const viewToken = () => sessionStorage.getItem(STORED) ?? undefined;

export const keepView = (token: string) => sessionStorage.setItem(STORED, token);

/** Forgets the view and says so; nothing of it stays in the window. */
export function leaveView() {
  sessionStorage.removeItem(STORED);
  location.assign(VIEW_PATH);
}
