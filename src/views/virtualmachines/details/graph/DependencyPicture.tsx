import { useCallback, useEffect, useMemo, useState, type WheelEvent } from 'react';
import {
  action,
  createTopologyControlButtons,
  DagreLayout,
  DefaultEdge,
  defaultControlButtonsOptions,
  EdgeStyle,
  GRAPH_LAYOUT_END_EVENT,
  GraphComponent,
  ModelKind,
  NodeShape,
  NodeStatus,
  SELECTION_EVENT,
  TopologyControlBar,
  Visualization,
  VisualizationProvider,
  VisualizationSurface,
  withPanZoom,
  withSelection,
  type ComponentFactory,
  type Model,
} from '@patternfly/react-topology';
import type { GraphState } from '@cnv-ai/engine/diagnosis';
import { usePluginTranslation } from '../../../../i18n';
import { DependencyNode } from './DependencyNode';
import type { Dependency, Line } from './model';

export type DependencyPictureProps = {
  readonly dependencies: readonly Dependency[];
  readonly lines: readonly Line[];
  readonly onSelect: (id: string | undefined) => void;
};

const STATUS: Readonly<Record<GraphState, NodeStatus>> = {
  ok: NodeStatus.success,
  warning: NodeStatus.warning,
  error: NodeStatus.danger,
  missing: NodeStatus.danger,
  unknown: NodeStatus.default,
};

/** Width and height of a node, in the units of the picture. */
const SIZE = 48;
/** Room on both sides together: half of it holds the labels below the lowest nodes, as large as they are drawn. */
const MARGIN = 128;
/** By how much one press brings the picture nearer, as in the console's own topology. */
const NEARER = 4 / 3;

const Surface = withPanZoom()(GraphComponent);
const Node = withSelection()(DependencyNode);

const componentFor: ComponentFactory = (kind) => {
  if (kind === ModelKind.graph) return Surface;
  return kind === ModelKind.node ? Node : DefaultEdge;
};

const modelOf = ({
  dependencies,
  lines,
}: Pick<DependencyPictureProps, 'dependencies' | 'lines'>): Model => ({
  graph: { id: 'dependencies', type: 'graph', layout: 'Dagre' },
  nodes: dependencies.map(({ id, ref, state, label }) => ({
    id,
    type: 'node',
    label,
    width: SIZE,
    height: SIZE,
    shape: state === 'missing' ? NodeShape.rhombus : NodeShape.circle,
    status: STATUS[state],
    data: { kind: ref.kind, state },
  })),
  edges: lines.map(({ id, source, target }) => ({
    id,
    type: 'edge',
    source,
    target,
    edgeStyle: EdgeStyle.default,
  })),
});

const createController = (): Visualization => {
  const controller = new Visualization();
  controller.registerLayoutFactory(
    (_type, graph) => new DagreLayout(graph, { rankdir: 'LR', nodesep: 40, ranksep: 70 }),
  );
  controller.registerComponentFactory(componentFor);
  return controller;
};

const fit = action((controller: Visualization): void => {
  const graph = controller.getGraph();
  // A picture that was brought nearer would stay it.
  graph.setScale(1);
  graph.fit(0);
  graph.fit(MARGIN * graph.getScale());
});

const scale = action((controller: Visualization, by: number): void =>
  controller.getGraph().scaleBy(by),
);

const Controls = ({ controller }: { controller: Visualization }) => {
  const { t } = usePluginTranslation();
  const [nearer, farther, whole] = [t('Zoom in'), t('Zoom out'), t('Fit to screen')];
  return (
    <TopologyControlBar
      controlButtons={createTopologyControlButtons({
        ...defaultControlButtonsOptions,
        zoomInTip: nearer,
        zoomInAriaLabel: nearer,
        zoomInCallback: () => scale(controller, NEARER),
        zoomOutTip: farther,
        zoomOutAriaLabel: farther,
        zoomOutCallback: () => scale(controller, 1 / NEARER),
        fitToScreenTip: whole,
        fitToScreenAriaLabel: whole,
        fitToScreenCallback: () => fit(controller),
        resetView: false,
        legend: false,
      })}
    />
  );
};

/** The wheel scrolls the page that the picture is a part of: its own zoom does not hear of it. */
const leaveToPage = (event: WheelEvent): void => event.stopPropagation();

/** What the machine depends on, drawn: it stands at the left, what it rests on to the right. */
const DependencyPicture = ({ dependencies, lines, onSelect }: DependencyPictureProps) => {
  const { t } = usePluginTranslation();
  const controller = useMemo(() => createController(), []);
  const [selected, setSelected] = useState<string[]>([]);

  const select = useCallback(
    (ids: string[]) => {
      setSelected(ids);
      onSelect(ids[0]);
    },
    [onSelect],
  );

  useEffect(() => {
    const pending = { frame: 0 };
    // The layout may end before the surface has been measured.
    const fitOnceMeasured = (): void => {
      if (controller.getGraph().getBounds().width > 1) fit(controller);
      else pending.frame = requestAnimationFrame(fitOnceMeasured);
    };
    controller.addEventListener(SELECTION_EVENT, select);
    controller.addEventListener(GRAPH_LAYOUT_END_EVENT, fitOnceMeasured);
    return () => {
      cancelAnimationFrame(pending.frame);
      controller.removeEventListener(SELECTION_EVENT, select);
      controller.removeEventListener(GRAPH_LAYOUT_END_EVENT, fitOnceMeasured);
    };
  }, [controller, select]);

  useEffect(() => {
    controller.fromModel(modelOf({ dependencies, lines }), false);
  }, [controller, dependencies, lines]);

  return (
    <div
      aria-label={t('What the virtual machine depends on')}
      className="cnv-ai-plugin__graph"
      data-test="ai-dependency-picture"
      onWheelCapture={leaveToPage}
      role="group"
    >
      <VisualizationProvider controller={controller}>
        <VisualizationSurface state={{ selectedIds: selected }} />
        <div className="cnv-ai-plugin__graph-controls">
          <Controls controller={controller} />
        </div>
      </VisualizationProvider>
    </div>
  );
};

export default DependencyPicture;
