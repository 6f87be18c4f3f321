import { isRecord } from '@cnv-ai/engine/kubernetes';
import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { HttpError } from '../sdk/http-error';
import { errorText } from './error-text';

/** An object of the API has the console's type, of which every field is optional. */
export const isResource = (value: unknown): value is K8sResourceCommon => isRecord(value);

/** Why an object could not be read, for the page that should show it. */
export const whyUnread = (error: unknown, name: string): string =>
  error instanceof HttpError && error.code === 404
    ? `There is no object named ${name} here. It may have been deleted.`
    : errorText(error);
