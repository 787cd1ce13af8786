/** Gives a text to the browser as a file. The mark at the beginning lets spreadsheets read Hindi and ₹. */
export function saveText(name: string, text: string) {
  const marked = text.startsWith("\uFEFF") ? text : `\uFEFF${text}`;
  const address = URL.createObjectURL(new Blob([marked], { type: "text/csv;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}
