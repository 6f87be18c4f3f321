import { join } from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript';

/**
 * What `tsc -p tsconfig.json` and `eslint .` find. Both ask one program, so that each file is read,
 * and each type worked out, once for both.
 */
const ROOT = join(import.meta.dirname, '..');

const say = (text: string): void => void process.stdout.write(text);

const formatHost: ts.FormatDiagnosticsHost = {
  getCurrentDirectory: () => ROOT,
  getCanonicalFileName: (name) => name,
  getNewLine: () => '\n',
};

const createProgram = (): ts.Program => {
  const parsed = ts.getParsedCommandLineOfConfigFile(join(ROOT, 'tsconfig.json'), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
      throw new Error(ts.formatDiagnostic(diagnostic, formatHost));
    },
  });
  if (parsed === undefined) throw new Error('tsconfig.json cannot be read.');
  const { options, fileNames, errors } = parsed;
  // ESLint's rules look at what stands above a node.
  const host = ts.createCompilerHost(options, true);
  return ts.createProgram({
    options,
    rootNames: fileNames,
    host,
    configFileParsingDiagnostics: errors,
  });
};

const program = createProgram();
const diagnostics = ts.getPreEmitDiagnostics(program);
say(ts.formatDiagnostics(diagnostics, formatHost));

const eslint = new ESLint({
  cwd: ROOT,
  overrideConfig: [
    {
      files: ['**/*.{ts,tsx,mts}'],
      languageOptions: { parserOptions: { programs: [program] } },
    },
  ],
});
const results = await eslint.lintFiles(['.']);
say(await (await eslint.loadFormatter('stylish')).format(results));

const failed = results.some(({ errorCount }) => errorCount > 0);
process.exitCode = diagnostics.length > 0 || failed ? 1 : 0;
