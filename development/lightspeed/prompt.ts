import { parse } from 'yaml';
import { textAt } from '@cnv-ai/engine/kubernetes';
import type { Attachment } from './requests';

const fence: Readonly<Record<string, string>> = {
  'application/json': 'json',
  'application/yaml': 'yaml',
  'application/xml': 'xml',
};

/** The object a YAML attachment holds, or `undefined` for anything that is not YAML. */
export const parseYaml = (content: string): unknown => {
  try {
    return parse(content, { logLevel: 'silent' }) as unknown;
  } catch {
    return undefined;
  }
};

const introduction = ({ contentType, content }: Attachment): string => {
  if (contentType !== 'application/yaml') return '';
  const object = parseYaml(content);
  const kind = textAt(object, 'kind');
  const name = textAt(object, 'metadata', 'name');
  return kind === undefined || name === undefined ? 'Attached YAML:' : `${kind} '${name}' as YAML:`;
};

/** The query with every attachment appended as a fenced block, as the model and the history see it. */
export const withAttachments = (query: string, attachments: readonly Attachment[]): string =>
  attachments.reduce((text, attachment) => {
    const language = fence[attachment.contentType] ?? '';
    const intro = introduction(attachment);
    return `${text}\n\n${intro}\n\`\`\`${language}\n${attachment.content}\n\`\`\`\n`;
  }, query);

/** Four characters a token: what the budgets and the planner's counts are reckoned with. */
export const estimateTokens = (text: string): number => Math.ceil(text.length / 4);
