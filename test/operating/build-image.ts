import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, matchesGlob, relative } from "node:path";
import { type Copy, DockerfileParser } from "dockerfile-ast";

// Set by pnpm for what it runs. An npx inside an npx would wait for the outer one’s lock for ever.
const PNPM = process.env.npm_execpath ?? "pnpm";

/** What a stage of the build has become: a folder that stands for its root. */
interface Stage {
  root: string;
  workdir: string;
}

/** The image as plain folders: what it holds, what it sets, what it runs. */
export interface BuiltImage {
  root: string;
  workdir: string;
  env: Record<string, string>;
  command: string[];
}

/**
 * Follows a Dockerfile by plain commands in folders, where no container engine is: FROM, WORKDIR, COPY, RUN,
 * ENV and CMD as ours uses them, with the pnpm that is at hand. A RUN may not name an absolute path: it would be this machine’s own.
 */
export const buildImage = (context: string): BuiltImage => {
  const dockerfile = DockerfileParser.parse(readFileSync(join(context, "Dockerfile"), "utf8"));
  const ignored = readIgnored(join(context, ".dockerignore"));
  const home = mkdtempSync(join(tmpdir(), "tavolo-image-"));
  const stages = new Map<string, Stage>();
  let stage: Stage = { root: home, workdir: "/" };
  let env: Record<string, string> = {};
  let command: string[] = [];

  const copy = (instruction: Copy) => {
    const from = instruction
      .getFlags()
      .find((flag) => flag.getName() === "from")
      ?.getValue();
    const [target = ".", ...sources] = instruction
      .getArguments()
      .map((argument) => argument.getValue())
      .toReversed();
    for (const source of sources) {
      const path = join(from ? stages.get(from)!.root : context, source);
      const into = join(stage.root, target.startsWith("/") ? "/" : stage.workdir, target);
      const isFolder = statSync(path).isDirectory();
      const keeps = (entry: string) => from !== undefined || !isIgnored(relative(context, entry), ignored);
      cpSync(path, isFolder || !/\/$|^\.$/.test(target) ? into : join(into, basename(source)), {
        recursive: true,
        verbatimSymlinks: true,
        filter: keeps,
      });
    }
  };

  for (const instruction of dockerfile.getInstructions()) {
    const content = instruction.getArgumentsContent() ?? "";
    switch (instruction.getKeyword()) {
      case "FROM": {
        const [, name = "last"] = / AS (\w+)$/i.exec(content) ?? [];
        stage = { root: join(home, name), workdir: "/" };
        stages.set(name, stage);
        env = {};
        mkdirSync(stage.root);
        break;
      }
      case "WORKDIR":
        stage.workdir = content;
        mkdirSync(join(stage.root, content), { recursive: true });
        break;
      case "COPY":
        copy(instruction as Copy);
        break;
      case "RUN":
        if (/(^|\s)\//.test(content)) throw new Error(`This would leave the folder: RUN ${content}`);
        execFileSync("sh", ["-c", content.replaceAll("npx -y pnpm@12", PNPM)], {
          cwd: join(stage.root, stage.workdir),
          env: { PATH: process.env.PATH, HOME: process.env.HOME, CI: "true" },
          stdio: ["ignore", "ignore", "inherit"],
        });
        break;
      case "ENV":
        for (const [, name = "", value = ""] of content.matchAll(/(\w+)=(\S*)/g)) env[name] = value;
        break;
      case "CMD":
        command = JSON.parse(content) as string[];
        break;
    }
  }
  return { root: stage.root, workdir: join(stage.root, stage.workdir), env, command };
};

const readIgnored = (path: string): string[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));

/** As the engine reads the file: a pattern also covers what is below. */
const isIgnored = (path: string, patterns: readonly string[]): boolean => {
  const parts = path.split("/");
  return patterns.some((pattern) =>
    parts.some((_part, index) => matchesGlob(parts.slice(0, index + 1).join("/"), pattern)),
  );
};
