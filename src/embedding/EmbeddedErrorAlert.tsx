import { Alert } from '@patternfly/react-core';
import { AIEnhancedErrorAlert } from '../components/AIEnhancedErrorAlert';
import { Embedded } from './Embedded';
import type { AIEnhancedErrorAlertProps } from './extensions';

/** `AIEnhancedErrorAlert` for another plugin's page; a plain alert where ours fails. */
export const EmbeddedErrorAlert = (props: AIEnhancedErrorAlertProps) => {
  const { title, error } = props;
  const plain = (
    <Alert component="h2" isInline title={title} variant="danger">
      {error}
    </Alert>
  );
  return (
    <Embedded plain={plain}>
      <AIEnhancedErrorAlert {...props} />
    </Embedded>
  );
};
