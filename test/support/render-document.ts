import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
/** LibreOffice starts in a second and lays out a hundred pages in a few; a shared machine takes its time. */
const LONGEST_MS = 120_000;
/** Enough to tell ink from paper. */
const DOTS_PER_INCH = 20;
const MOST_TEXT = 64 * 1024 * 1024;

/** A document as its readers get it. */
export interface RenderedDocument {
  /** Its text, a line for each paragraph. */
  readonly lines: readonly string[];
  /** What stands on each page. */
  readonly pages: readonly string[];
  /** How much of each page is not blank paper, from 0 to 1. */
  readonly ink: readonly number[];
}

/** Renders a Word document by LibreOffice, as its readers’ programs do. */
export const renderDocx = async (bytes: Uint8Array): Promise<RenderedDocument> => {
  const folder = await mkdtemp(join(tmpdir(), "tavolo-document-"));
  try {
    const file = join(folder, "document.docx");
    await writeFile(file, bytes);
    // A profile of its own: two LibreOffices with one profile wait for each other.
    const office = [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--norestore"];
    const to = (filter: string) =>
      run("soffice", [...office, "--convert-to", filter, "--outdir", folder, file], { timeout: LONGEST_MS });
    await to("pdf");
    await to("txt:Text (encoded):UTF8");
    const text = await readFile(join(folder, "document.txt"), "utf8");
    const { pages, ink } = await readPdf(await readFile(join(folder, "document.pdf")), ["-layout"]);
    return { lines: text.replace(/^\uFEFF/u, "").split(/\r?\n/u), pages, ink };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** What stands on the pages of a PDF, how large they are, and how much of each is not blank paper. */
export const readPdf = async (
  bytes: Uint8Array,
  textOptions: readonly string[] = ["-raw"],
): Promise<Pick<RenderedDocument, "pages" | "ink"> & { sizes: readonly string[] }> => {
  const folder = await mkdtemp(join(tmpdir(), "tavolo-pdf-"));
  try {
    const pdf = join(folder, "document.pdf");
    await writeFile(pdf, bytes);
    await run("pdftoppm", ["-gray", "-r", `${DOTS_PER_INCH}`, pdf, join(folder, "page")]);
    const { stdout: text } = await run("pdftotext", [...textOptions, pdf, "-"], { maxBuffer: MOST_TEXT });
    const { stdout: facts } = await run("pdfinfo", ["-f", "1", "-l", "-1", pdf]);
    const pictures = (await readdir(folder)).filter((name) => name.endsWith(".pgm")).sort();
    return {
      pages: text.split("\f").slice(0, -1),
      sizes: [...facts.matchAll(/size:.*\((\w+)\)/gu)].map(([, name = ""]) => name),
      ink: await Promise.all(pictures.map(async (name) => inkOn(await readFile(join(folder, name))))),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** The part of a grey picture (PGM, one byte a point) that is darker than paper. */
const inkOn = (picture: Buffer): number => {
  const [head = "", width = "0", height = "0"] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(picture.subarray(0, 64).toString("latin1")) ?? [];
  const points = picture.subarray(head.length);
  return points.filter((point) => point < 250).length / (Number(width) * Number(height));
};
