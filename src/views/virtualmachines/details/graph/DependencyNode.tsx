import {
  DefaultNode,
  isNode,
  LabelPosition,
  observer,
  type GraphElement,
  type WithSelectionProps,
} from '@patternfly/react-topology';
import { textAt } from '@cnv-ai/engine/kubernetes';
import { badgeOf } from './model';

type DependencyNodeProps = Partial<WithSelectionProps> & { readonly element: GraphElement };

const LONGEST_LABEL = 24;

/** One object: its kind in letters, its name below, its state as colour and as a mark. */
const Node = ({ element, selected, onSelect }: DependencyNodeProps) => {
  const kind = textAt(element.getData(), 'kind') ?? '';
  if (!isNode(element)) return null;
  const { width, height } = element.getBounds();
  return (
    <DefaultNode
      element={element}
      labelPosition={LabelPosition.bottom}
      onSelect={onSelect}
      secondaryLabel={kind}
      selected={selected}
      showStatusDecorator
      truncateLength={LONGEST_LABEL}
    >
      <text
        className="cnv-ai-plugin__graph-badge"
        dominantBaseline="central"
        textAnchor="middle"
        x={width / 2}
        y={height / 2}
      >
        {badgeOf(kind)}
      </text>
    </DefaultNode>
  );
};

export const DependencyNode = observer(Node);
