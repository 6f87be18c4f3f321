import { Alert } from '@patternfly/react-core';
import { Component, type ReactNode } from 'react';

type Props = { what: string; children: ReactNode };

/** Shows what a plugin's component threw and keeps the rest of the page. */
export class ErrorBoundary extends Component<Props, { message?: string }> {
  override state: { message?: string } = {};

  static getDerivedStateFromError = (error: unknown): { message: string } => ({
    message: error instanceof Error ? error.message : String(error),
  });

  override render(): ReactNode {
    const { message } = this.state;
    return message === undefined ? (
      this.props.children
    ) : (
      <Alert isInline variant="danger" title={`${this.props.what} failed`}>
        {message}
      </Alert>
    );
  }
}
