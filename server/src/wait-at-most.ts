/** Resolves when the work has ended or the time is up; answers whether it had ended. Rejects as the work does. */
export const waitAtMost = async (ms: number, work: Promise<unknown>): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  // What fails after the time is up is nobody’s news.
  work.catch(() => {});
  try {
    return await Promise.race([work.then(() => true), timeUp]);
  } finally {
    clearTimeout(timer);
  }
};
