import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** What documents are rendered with in tests, and the fonts of Arial’s widths. */
const PACKAGES = "libreoffice-writer-nogui poppler-utils fonts-liberation";
const PROGRAMS = ["soffice", "pdftotext", "pdftoppm"];

/** Makes sure that documents can be rendered: installs Debian’s LibreOffice when missing; throws one clear sentence. */
export function findLibreOffice(env) {
  if (missing().length === 0) return;
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) {
    throw new Error(
      `The document tests need ${missing().join(", ")}: install them (on Debian \`apt-get install ${PACKAGES}\` as root).`,
    );
  }
  console.log("Installing LibreOffice for the document tests …");
  const install = ["apt-get update", `apt-get install -y --no-install-recommends ${PACKAGES}`].join(" && ");
  spawnSync("sh", ["-c", install], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...env, DEBIAN_FRONTEND: "noninteractive" },
  });
  if (missing().length > 0) {
    throw new Error(
      `LibreOffice could not be installed by apt-get: install ${PACKAGES} by hand, the document tests need them.`,
    );
  }
}

function missing() {
  return PROGRAMS.filter((program) => spawnSync("which", [program]).status !== 0);
}
