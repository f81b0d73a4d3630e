/** A web address as somebody wrote it; one without a scheme is taken for a page. */
export const addressOf = (written: string): string =>
  /^[a-z][a-z\d+.-]*:/iu.test(written) ? written : `https://${written}`;
