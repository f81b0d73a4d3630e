/** Hands a text to the browser as a file to keep. */
export const saveFile = ({
  filename,
  mediaType,
  content,
}: {
  filename: string;
  mediaType: string;
  content: string;
}): void => {
  const url = URL.createObjectURL(new Blob([content], { type: mediaType }));
  const link = Object.assign(document.createElement("a"), { href: url, download: filename });
  link.click();
  URL.revokeObjectURL(url);
};
