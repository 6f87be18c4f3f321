import { Component, Suspense, type ReactNode } from 'react';

type EmbeddedProps = {
  /** What the page of the other plugin would show without us. */
  readonly plain: ReactNode;
  readonly children: ReactNode;
};

class Boundary extends Component<EmbeddedProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError = () => ({ failed: true });

  override render(): ReactNode {
    return this.state.failed ? this.props.plain : this.props.children;
  }
}

/** Neither a mistake of ours nor texts that still load take anything from another plugin's page. */
export const Embedded = ({ plain, children }: EmbeddedProps) => (
  <Boundary plain={plain}>
    <Suspense fallback={plain}>{children}</Suspense>
  </Boundary>
);
