import { flagAt } from '@cnv-ai/engine/kubernetes';
import type { AccessReviewResourceAttributes } from '@openshift-console/dynamic-plugin-sdk';
import { useEffect, useState } from 'react';
import { consoleFetchJSON } from './console-fetch';
import { useByValue } from './useByValue';

const REVIEWS = '/api/kubernetes/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';

const asked = new Map<string, Promise<unknown>>();

const attributesOf = ({
  group = '',
  resource = '',
  subresource = '',
  verb,
  name = '',
  namespace = '',
}: AccessReviewResourceAttributes) => ({ group, resource, subresource, verb, name, namespace });

/** Asks the API server once per question and page; the answer is a SelfSubjectAccessReview. */
export const checkAccess = (attributes: AccessReviewResourceAttributes): Promise<unknown> => {
  const resourceAttributes = attributesOf(attributes);
  const key = JSON.stringify(resourceAttributes);
  const known = asked.get(key);
  if (known) return known;
  const answer = consoleFetchJSON.post(REVIEWS, {
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectAccessReview',
    spec: { resourceAttributes },
  });
  asked.set(key, answer);
  // A failed question may be asked again.
  answer.catch(() => asked.delete(key));
  return answer;
};

/** `[allowed, loading]`. When the review fails the action stays enabled: the API server decides. */
export const useAccessReview = (
  attributes: AccessReviewResourceAttributes,
): [allowed: boolean, loading: boolean] => {
  const question = useByValue(attributesOf(attributes));
  const [answer, setAnswer] = useState({ question: {}, allowed: false });
  useEffect(() => {
    let current = true;
    const settle = (allowed: boolean): void => {
      if (current) setAnswer({ question, allowed });
    };
    checkAccess(question).then(
      (review) => settle(flagAt(review, 'status', 'allowed') ?? false),
      () => settle(true),
    );
    return () => {
      current = false;
    };
  }, [question]);
  return answer.question === question ? [answer.allowed, false] : [false, true];
};
