import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const CHART = join(import.meta.dirname, '../../charts/cnv-ai-plugin');

const textOf = (file: string): string => readFileSync(join(CHART, file), 'utf8');

/** A YAML file of the chart that is no template. */
export const yamlOf = (file: string): unknown => parse(textOf(file));

export const jsonOf = (file: string): unknown => JSON.parse(textOf(file));
