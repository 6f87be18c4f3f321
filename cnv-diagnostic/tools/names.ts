import { say, type Message } from '@cnv-ai/engine/messages';
import { cut, escapeUnsafe } from '@cnv-ai/engine/redaction';

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const PATTERN = /^[-a-z0-9*?]+$/;

const isLabel = (text: string): boolean => text.length <= 63 && LABEL.test(text);

const isSubdomain = (text: string): boolean =>
  text.length <= 253 && text.split('.').every((part) => LABEL.test(part));

/** Text of a caller as it may stand in an answer or the audit line. */
export const shown = (text: string): string => cut(escapeUnsafe(text), 80);

/** Why no namespace can have this name; `undefined` when one can. */
export const namespaceProblem = (namespace: string): Message | undefined =>
  isLabel(namespace)
    ? undefined
    : say(
        '"{{name}}" is no namespace: names have lower-case letters, digits and "-". search_vms_semantic finds the right one.',
        { name: shown(namespace) },
      );

/** Why no VM can have this name; `undefined` when one can. */
export const nameProblem = (namespace: string, vmName: string): Message | undefined => {
  const problem = namespaceProblem(namespace);
  if (problem !== undefined) return problem;
  if (!isSubdomain(vmName)) {
    return say(
      '"{{name}}" is no VM name: names have lower-case letters, digits, "-" and ".". search_vms_semantic finds the right one.',
      { name: shown(vmName) },
    );
  }
  return undefined;
};

/** Why a list of namespaces with wildcards cannot be used. */
export const namespacesProblem = (patterns: readonly string[]): Message | undefined => {
  const odd = patterns.find((pattern) => pattern.length > 63 || !PATTERN.test(pattern));
  return odd === undefined
    ? undefined
    : say('"{{name}}" is no namespace: give a name such as "shop" or a pattern such as "prod-*".', {
        name: shown(odd),
      });
};
